/**
 * Measures what an image costs: the steps by themselves ({@code kernels}), and the packaged chain around them ({@code
 * chain}, {@code load}), in one run, for one checkout or two in turn.
 */
package org.emotionstream.bench;
