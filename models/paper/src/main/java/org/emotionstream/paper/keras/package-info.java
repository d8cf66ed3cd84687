/**
 * Makes a release of models that were trained with Keras, as the paper's were: HDF5 files of four networks and
 * the combined one, numpy files of scaler and principal components. Everything is checked against
 * {@link org.emotionstream.training.network.PaperArchitecture}: what is not the paper's is refused, by file and layer.
 */
package org.emotionstream.paper.keras;
