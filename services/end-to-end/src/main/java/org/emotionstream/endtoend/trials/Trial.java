package org.emotionstream.endtoend.trials;

/**
 * One record that somebody sends, and what is to become of it.
 *
 * @param name one word, with hyphens
 * @param input what it is, for people
 * @param sent the record
 * @param expected the outcome that is right
 */
record Trial(String name, String input, Sent sent, Expected expected) {}
