/**
 * Labelled pictures as people have them on disk. {@link org.emotionstream.training.dataset.Dataset} is what
 * training and evaluation see; {@link org.emotionstream.training.dataset.ArchiveDataset} reads the layout of
 * {@code labels.csv} beside zip archives; {@link org.emotionstream.training.dataset.Selection} picks what may
 * be measured.
 */
package org.emotionstream.training.dataset;
