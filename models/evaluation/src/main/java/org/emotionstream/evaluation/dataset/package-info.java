/**
 * Labelled pictures as people have them on disk. {@link org.emotionstream.evaluation.dataset.Dataset} is what
 * training and evaluation see; {@link org.emotionstream.evaluation.dataset.Datasets} opens whichever of the three
 * layouts it finds: {@code labels.csv} beside zip archives, AffectNet, a folder for each class;
 * {@link org.emotionstream.evaluation.dataset.Selection} picks what may be measured.
 */
package org.emotionstream.evaluation.dataset;
