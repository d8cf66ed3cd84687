/** Compares the answers of a shadow release with those that were served: the comparison, its report and the commands. */
package org.emotionstream.cli.shadow;
