/**
 * Pictures for people who would rather look than read: one page of HTML and SVG that shows each photograph
 * with boxes, points and a chart a face. A browser decodes and draws; we copy bytes and write text.
 */
package org.emotionstream.cli.drawing;
