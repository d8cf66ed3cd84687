/**
 * Breaks the packaged chain on purpose, while a known stream runs through it, and counts what came of it: one
 * row a fault. {@link org.emotionstream.endtoend.faults.FaultsMain} is the long form, the test {@code FaultsIT}
 * the short one; both run the same faults with other numbers.
 */
package org.emotionstream.endtoend.faults;
