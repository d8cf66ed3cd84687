/**
 * What real clients and pictures bring, sent to a chain that runs, each with the outcome that is right. A
 * newcomer begins at {@link org.emotionstream.endtoend.trials.AllTrials}.
 */
package org.emotionstream.endtoend.trials;
