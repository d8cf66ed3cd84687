/** What became of each picture: read from the topics, printed as lines for people or as JSON, and counted. */
package org.emotionstream.cli.answers;
