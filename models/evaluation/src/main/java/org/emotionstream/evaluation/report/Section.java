package org.emotionstream.evaluation.report;

/**
 * A part of the report.
 *
 * @param id its anchor
 * @param title plain text
 * @param body markup
 */
record Section(String id, String title, String body) {}
