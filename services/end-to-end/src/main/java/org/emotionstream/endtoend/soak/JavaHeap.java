package org.emotionstream.endtoend.soak;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The heap of a JVM, as {@code jcmd PID GC.heap_info} describes it.
 *
 * @param usedBytes by objects that live, or that no collection has found dead yet
 * @param from the first address that is reserved for it
 * @param to the first address behind that
 */
record JavaHeap(long usedBytes, long from, long to) {
    private static final Pattern GENERATION = Pattern.compile(
            " total (?:reserved \\d+K, committed )?\\d+K, used (\\d+)K \\[0x([0-9a-f]+),(?: 0x[0-9a-f]+,)? 0x([0-9a-f]+)\\)");
    private static final int HEXADECIMAL = 16;

    /** The heap of this process; empty when it does not answer, as while it starts or ends. */
    static Optional<JavaHeap> of(long pid) {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            Process process = new ProcessBuilder(jcmd, Long.toString(pid), "GC.heap_info")
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            return read(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("cannot run " + jcmd + ", which comes with a JDK: " + e.getMessage(), e);
        }
    }

    /** From what {@code jcmd} prints; empty when it names no generation of a heap. */
    static Optional<JavaHeap> read(String printed) {
        List<Matcher> generations =
                printed.lines().map(GENERATION::matcher).filter(Matcher::find).toList();
        return generations.isEmpty()
                ? Optional.empty()
                : Optional.of(new JavaHeap(
                        generations.stream()
                                .mapToLong(line -> Long.parseLong(line.group(1)) * 1024)
                                .sum(),
                        generations.stream()
                                .mapToLong(line -> address(line.group(2)))
                                .min()
                                .orElseThrow(),
                        generations.stream()
                                .mapToLong(line -> address(line.group(3)))
                                .max()
                                .orElseThrow()));
    }

    private static long address(String digits) {
        return Long.parseLong(digits, HEXADECIMAL);
    }
}
