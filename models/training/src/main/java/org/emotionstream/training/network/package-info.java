/** The four networks of the paper as libtorch computes them, and how their weights begin. */
package org.emotionstream.training.network;
