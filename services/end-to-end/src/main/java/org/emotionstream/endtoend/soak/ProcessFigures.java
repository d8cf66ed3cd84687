package org.emotionstream.endtoend.soak;

import java.util.Locale;

/**
 * The memory of one process of the chain.
 *
 * @param name of the process
 * @param memory as Linux counts it
 * @param heap as the JVM describes it
 */
record ProcessFigures(String name, MappedMemory memory, JavaHeap heap) {
    /** For people: RSS, PSS, heap used, native memory, in MB. */
    String text() {
        return String.format(
                Locale.ROOT,
                "%s %d/%d/%d/%d",
                name,
                megabytes(memory.residentBytes()),
                megabytes(memory.proportionalBytes()),
                megabytes(heap.usedBytes()),
                megabytes(memory.nativeBytes()));
    }

    private static long megabytes(long bytes) {
        return bytes >> 20;
    }
}
