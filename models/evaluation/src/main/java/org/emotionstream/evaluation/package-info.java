/** The commands of this module: what a release reaches on a data set, and whether its files are what they were. */
package org.emotionstream.evaluation;
