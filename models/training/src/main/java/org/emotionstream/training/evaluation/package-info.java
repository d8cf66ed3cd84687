/**
 * What a release is worth: labelled pictures run through the very steps that serve, and what comes out is
 * counted. {@link org.emotionstream.training.evaluation.ConfusionMatrix} and
 * {@link org.emotionstream.training.evaluation.Scores} are plain arithmetic, for training's own use too;
 * {@link org.emotionstream.training.evaluation.EvaluateCommand} is the command line.
 */
package org.emotionstream.training.evaluation;
