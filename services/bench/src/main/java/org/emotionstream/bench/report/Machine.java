package org.emotionstream.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The machine of a run, without which its figures mean little.
 *
 * @param processor as Linux names it
 * @param cores that this process may use
 * @param memoryMegabytes of the machine
 * @param java version
 */
public record Machine(String processor, int cores, long memoryMegabytes, String java) {
    private static final int KILOBYTES = 1024;

    /** This machine. */
    public static Machine here() {
        return new Machine(
                field("/proc/cpuinfo", "model name"),
                Runtime.getRuntime().availableProcessors(),
                Long.parseLong(field("/proc/meminfo", "MemTotal")
                                .replace("kB", "")
                                .strip())
                        / KILOBYTES,
                System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
    }

    /** In one line. */
    public String inWords() {
        return processor + ", " + cores + " cores, " + memoryMegabytes + " MB, " + java;
    }

    private static String field(String file, String name) {
        try {
            return Files.readAllLines(Path.of(file)).stream()
                    .filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
