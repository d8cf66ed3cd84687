/**
 * Names for what is sent instead of a picture: videos, icons, formats of phones that are not decoded, text,
 * archives. Nothing here decides whether a picture is decoded; it decides what its sender reads.
 */
package org.emotionstream.landmarks.otherformats;
