/** The command of this module: from a data set to a release. */
package org.emotionstream.training;
