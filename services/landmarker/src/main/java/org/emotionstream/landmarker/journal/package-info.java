/**
 * Which pictures are in native code at this moment, in a file that survives the process: so that a picture on
 * which it ends is known when it starts again, and is not given to native code for ever. See
 * docs/adr/0015-native-attack-surface.md.
 */
package org.emotionstream.landmarker.journal;
