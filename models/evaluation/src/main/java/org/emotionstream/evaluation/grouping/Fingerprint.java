package org.emotionstream.evaluation.grouping;

/**
 * What a picture is compared by.
 *
 * @param pixels sha256 of its grey pixels and size, in hexadecimal
 * @param hash its perceptual hash: 64 bits, few of which differ between pictures that look alike
 * @param mirroredHash that of the picture as a mirror shows it
 * @param thumbnail the picture itself, small
 */
record Fingerprint(String pixels, long hash, long mirroredHash, Thumbnail thumbnail) {}
