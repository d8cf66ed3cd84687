package org.emotionstream.endtoend.faults.load;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The most that was seen of figures with names. */
public final class Peaks {
    private final Map<String, Long> most = new LinkedHashMap<>();

    /** These are seen now. */
    public void note(Map<String, Long> figures) {
        figures.forEach((name, figure) -> most.merge(name, figure, Math::max));
    }

    /** The largest of each figure; in the order in which they were seen first. */
    public Map<String, Long> most() {
        return Collections.unmodifiableMap(most);
    }
}
