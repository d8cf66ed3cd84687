/** The commands of this module: from a data set to a release, and what a release reaches on a data set. */
package org.emotionstream.training;
