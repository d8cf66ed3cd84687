/** What became of each picture: read from the topics, told as lines for people or as JSON, and counted. */
package org.emotionstream.cli.answers;
