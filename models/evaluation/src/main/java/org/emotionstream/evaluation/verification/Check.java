package org.emotionstream.evaluation.verification;

import java.util.Optional;

/**
 * One thing that was looked at.
 *
 * @param what was checked
 * @param difference what was expected, what is there, and where; empty when all is well
 */
public record Check(String what, Optional<String> difference) {
    static Check passed(String what) {
        return new Check(what, Optional.empty());
    }

    static Check failed(String what, String difference) {
        return new Check(what, Optional.of(difference));
    }

    /** Whether all is well. */
    public boolean passed() {
        return difference.isEmpty();
    }

    /** One line. */
    @Override
    public String toString() {
        return difference.map(text -> "DIFFERS  " + what + ": " + text).orElse("ok       " + what);
    }
}
