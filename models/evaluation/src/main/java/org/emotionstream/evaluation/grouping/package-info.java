/**
 * Which pictures of a data set belong together, so that no split tears them apart:
 * {@link org.emotionstream.evaluation.grouping.GroupedDataset} joins what the data set itself groups, what has
 * the same pixels, and what is nearly identical to the eye.
 */
package org.emotionstream.evaluation.grouping;
