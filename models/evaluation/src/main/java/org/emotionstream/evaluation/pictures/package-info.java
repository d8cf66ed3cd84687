/** What is done to pictures, in the same way to learn from them and to measure with them. */
package org.emotionstream.evaluation.pictures;
