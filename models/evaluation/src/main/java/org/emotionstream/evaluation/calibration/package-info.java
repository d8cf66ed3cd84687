/** How far probabilities can be believed: their scores, and the confidence below which an answer is none. */
package org.emotionstream.evaluation.calibration;
