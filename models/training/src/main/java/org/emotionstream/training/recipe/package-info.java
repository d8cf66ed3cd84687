/** The recipe: from a data set to a release, step after step, and the command that runs it. */
package org.emotionstream.training.recipe;
