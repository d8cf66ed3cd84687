/** {@code ./emotionstream test --soak}: a chain under a steady load for an hour, and whether the memory of a process rises. */
package org.emotionstream.endtoend.soak;
