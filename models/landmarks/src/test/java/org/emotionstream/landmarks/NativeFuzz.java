package org.emotionstream.landmarks;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Gives OpenCV and dlib mutated pictures in a child process with bounded memory, watches how long each takes, and
 * keeps the picture on which the child ends. Then a new child goes on with other mutations.
 */
public final class NativeFuzz {
    private static final long MOST_ADDRESS_BYTES = 6L << 30;
    private static final long MOST_RESIDENT_KILOBYTES = 1 << 20;
    private static final long MOST_SECONDS_A_PICTURE = 60;
    private static final int MOST_FINDINGS = 20;

    private final Path folder;
    private long inputs;
    private long mostKilobytes;
    private int findings;

    NativeFuzz(Path folder) {
        this.folder = folder;
    }

    /** SECONDS, FOLDER for findings. Exit code 1 when there is one. */
    public static void main(String[] arguments) throws Exception {
        NativeFuzz fuzz = new NativeFuzz(Files.createDirectories(Path.of(arguments[1])));
        int seconds = Integer.parseInt(arguments[0]);
        fuzz.run(System.nanoTime(), seconds, Long.MAX_VALUE);
        System.out.printf(
                Locale.ROOT,
                "%-9s %5d s  %12d inputs  at most %d MB  %s%n",
                "native",
                seconds,
                fuzz.inputs,
                fuzz.mostKilobytes >> 10,
                fuzz.findings == 0 ? "nothing found" : "FOUND " + fuzz.findings + ", see " + arguments[1]);
        System.exit(fuzz.findings == 0 ? 0 : 1);
    }

    /** One child after the other, for so long or so many inputs. */
    void run(long seed, int seconds, long most) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        for (long next = seed; findings < MOST_FINDINGS; next++) {
            long left = TimeUnit.NANOSECONDS.toSeconds(end - System.nanoTime());
            if (left < 1 || inputs >= most || child(next, left, most - inputs)) {
                return;
            }
        }
    }

    long inputs() {
        return inputs;
    }

    int findings() {
        return findings;
    }

    /** Whether it has done all that it was told. */
    private boolean child(long seed, long seconds, long most) throws IOException, InterruptedException {
        Path file = folder.resolve("in-hand");
        Files.deleteIfExists(file);
        MappedByteBuffer inHand = NativeFuzzChild.map(file);
        Process process = start(seed, seconds, most, file);
        long latest = -1;
        long since = System.nanoTime();
        while (!process.waitFor(200, TimeUnit.MILLISECONDS)) {
            long count = inHand.getLong(NativeFuzzChild.COUNT);
            if (count != latest) {
                latest = count;
                since = System.nanoTime();
            }
            long kilobytes = resident(process);
            mostKilobytes = Math.max(mostKilobytes, kilobytes);
            if (System.nanoTime() - since > TimeUnit.SECONDS.toNanos(MOST_SECONDS_A_PICTURE)
                    || kilobytes > MOST_RESIDENT_KILOBYTES) {
                process.destroyForcibly().waitFor();
            }
        }
        inputs += inHand.getLong(NativeFuzzChild.COUNT);
        if (process.exitValue() == 0) {
            return true;
        }
        keep(inHand, process.exitValue());
        return false;
    }

    private void keep(MappedByteBuffer inHand, int exitCode) throws IOException {
        findings++;
        byte[] picture = new byte[inHand.getInt(NativeFuzzChild.LENGTH)];
        inHand.get(NativeFuzzChild.PICTURE, picture);
        Files.write(folder.resolve("exit-" + exitCode + "-" + System.nanoTime()), picture);
    }

    private Process start(long seed, long seconds, long most, Path file) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "prlimit",
                "--as=" + MOST_ADDRESS_BYTES,
                "--core=0",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-XX:ErrorFile=" + folder.resolve("hs_err_%p.log"),
                "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0",
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-Dorg.bytedeco.javacpp.cachedir=" + System.getProperty("org.bytedeco.javacpp.cachedir"),
                "-cp",
                System.getProperty("java.class.path"),
                NativeFuzzChild.class.getName()));
        command.addAll(List.of(Long.toString(seed), Long.toString(seconds), Long.toString(most), file.toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("child.log").toFile())
                .start();
    }

    private static long resident(Process process) throws IOException {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(0);
        } catch (java.nio.file.NoSuchFileException e) {
            return 0; // it has just ended
        }
    }
}
