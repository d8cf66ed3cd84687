package org.emotionstream.cli.plan;

/**
 * A place where the design ends.
 *
 * @param where the number that is too large
 * @param why it is
 * @param change what would move it
 */
record Wall(String where, String why, String change) {}
