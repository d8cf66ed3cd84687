/** How the four networks answer together: for each set of them a head, the simplest that no other one beats. */
package org.emotionstream.training.combination;
