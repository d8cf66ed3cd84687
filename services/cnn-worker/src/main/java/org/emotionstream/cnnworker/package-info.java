/** Asks one of the four networks: {@code images.features} to {@code emotions.model-N}. Which of them it is, is configuration. */
package org.emotionstream.cnnworker;
