/**
 * Records of the topics as an independent client reads them: read-committed, without a consumer group, from one
 * offset to another, so that what a command prints is of one moment.
 */
package org.emotionstream.cli.records;
