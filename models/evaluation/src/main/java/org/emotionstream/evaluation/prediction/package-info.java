/** What networks answered for labelled faces: what heads, calibration and reports are made of. */
package org.emotionstream.evaluation.prediction;
