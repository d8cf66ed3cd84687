/** The steps of the chain by themselves, in one thread: the least CPU time that an image can cost. */
package org.emotionstream.bench.kernels;
