/** What is learned of the features before any network: their mean and scale, and 33 principal components. */
package org.emotionstream.training.principalcomponents;
