package org.emotionstream.evaluation.skew;

/**
 * What was measured of one release.
 *
 * @param releaseId which
 * @param split of the data set that its faces and drawings are of
 * @param guises how far answers depend on the guise
 * @param faceFree what is answered where there is no face
 */
public record Skew(String releaseId, String split, SkewReport guises, FaceFreeReport faceFree) {}
