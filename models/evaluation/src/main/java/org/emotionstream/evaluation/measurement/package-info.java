/**
 * What a release is worth: labelled pictures run through the very steps that serve, and what comes out is
 * counted. {@link org.emotionstream.evaluation.measurement.ConfusionMatrix} and
 * {@link org.emotionstream.evaluation.measurement.Scores} are plain arithmetic, for training's own use too;
 * {@link org.emotionstream.evaluation.measurement.EvaluateCommand} is the command line.
 */
package org.emotionstream.evaluation.measurement;
