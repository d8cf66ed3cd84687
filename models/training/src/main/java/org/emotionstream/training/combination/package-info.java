/** How the four networks answer together: a temperature for each of them, and the paper's head on their sum. */
package org.emotionstream.training.combination;
