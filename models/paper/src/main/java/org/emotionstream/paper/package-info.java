/** The commands of this module: a release by the paper's recipe, or of the paper's models as Keras has saved them. */
package org.emotionstream.paper;
