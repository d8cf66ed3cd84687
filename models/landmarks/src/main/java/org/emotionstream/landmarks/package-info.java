/**
 * The first step of the pipeline: {@link org.emotionstream.landmarks.ImageToLandmarks} turns an encoded
 * picture into faces, each with a 100 x 100 tile and 68 landmarks.
 *
 * <p>On the way: the header is checked ({@link org.emotionstream.landmarks.header}), OpenCV decodes, a plan
 * says at which size the detector searches, {@code TileGeometry} holds every formula between the picture,
 * the searched picture and the tile. What is wrong with a picture is an outcome, not an exception.
 */
package org.emotionstream.landmarks;
