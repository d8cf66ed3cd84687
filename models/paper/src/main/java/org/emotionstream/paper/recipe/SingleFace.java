package org.emotionstream.paper.recipe;

import org.emotionstream.contract.Emotion;
import org.emotionstream.contract.Landmarks;
import org.emotionstream.contract.Tile;

/**
 * A labelled picture in which exactly one face was found.
 *
 * @param position of the picture in its data set
 * @param label its class
 * @param tile the whole picture: three planes, or one when all three are the same
 * @param landmarks in pixels of the tile
 */
record SingleFace(int position, Emotion label, Tile tile, Landmarks landmarks) {}
