/** What a training has recorded of itself, for whoever reports on it: learning curves, and what the head was chosen from. */
package org.emotionstream.evaluation.history;
