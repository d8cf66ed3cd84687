/** The model card: what somebody must know who wants to use a release, in Markdown. */
package org.emotionstream.evaluation.card;
