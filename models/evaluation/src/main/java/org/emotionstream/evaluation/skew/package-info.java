/**
 * Train/serve skew: whether a face keeps its emotion when it arrives in another guise than the one that
 * networks learned from, and what is answered where there is no face.
 */
package org.emotionstream.evaluation.skew;
