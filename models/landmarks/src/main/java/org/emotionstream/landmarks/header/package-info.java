/**
 * What a picture's first bytes say of it, before anything is decoded: its format, its size, and whether its
 * end is there. So that a few kilobytes that claim 60,000 x 60,000 pixels cost nothing, and a decoder that
 * fills the missing half of a picture with grey is not asked.
 */
package org.emotionstream.landmarks.header;
