/** Writes the manifests that follow from what the services themselves use: topics, users, rules. */
package org.emotionstream.deploy;
