/**
 * What the topics hold of one source (a camera, a folder), and by when each of them will have dropped it. Topics
 * drop whole segments when their retention ends: single records cannot be deleted before.
 */
package org.emotionstream.cli.erase;
