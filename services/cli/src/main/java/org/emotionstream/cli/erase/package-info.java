/**
 * What the topics hold of one source (a camera, a folder), and by when each of them is rid of it. Topics forget
 * whole segments, after a time: nobody can take single records out of them without those of others.
 */
package org.emotionstream.cli.erase;
