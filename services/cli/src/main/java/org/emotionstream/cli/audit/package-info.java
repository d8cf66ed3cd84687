/**
 * Whether every picture is accounted for, once. Facts are gathered from the topics into a table of a few tens
 * of bytes a picture ({@link org.emotionstream.cli.audit.AuditFacts}), judged by classes that know nothing of
 * Kafka, and what is wrong is then looked up again to say which picture it is and where it was last seen.
 */
package org.emotionstream.cli.audit;
