package org.emotionstream.training.optimisation;

import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.EmotionDistribution;
import org.emotionstream.contract.FeatureVector;
import org.emotionstream.contract.Tile;

/**
 * One face to learn from.
 *
 * @param tile its picture, grey
 * @param components its 33 components
 * @param mirroredComponents those of its mirrored landmarks
 * @param label its class
 * @param target what people saw in it: the share of votes for each class
 */
public record Sample(
        Tile tile,
        FeatureVector components,
        FeatureVector mirroredComponents,
        Emotion label,
        EmotionDistribution target) {}
