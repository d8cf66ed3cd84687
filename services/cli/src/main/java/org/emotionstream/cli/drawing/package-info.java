/**
 * Pictures for people who would rather look than read: each photograph with boxes, points and a chart a
 * face, and a page that shows them all. Drawn with OpenCV, which needs no fonts of the system.
 */
package org.emotionstream.cli.drawing;
