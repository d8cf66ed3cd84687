/** What a training is shown by: the model card and the report of its release. */
package org.emotionstream.training.views;
