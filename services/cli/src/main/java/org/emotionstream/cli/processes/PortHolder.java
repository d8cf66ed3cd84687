package org.emotionstream.cli.processes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The process that listens on a port of this machine, as Linux knows it: {@code /proc/net/tcp} has the number of
 * the socket, {@code /proc/PID/fd} who has it open.
 */
public final class PortHolder {
    private static final Path PROC = Path.of("/proc");
    private static final String LISTENS = "0A";
    // Columns of /proc/net/tcp; proc(5).
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;
    // Everything, 127.0.0.1, and both as IPv6: what keeps others from 127.0.0.1.
    private static final Set<String> ADDRESSES =
            Set.of("00000000", "0100007F", "00000000000000000000000000000000", "0000000000000000FFFF00000100007F");
    private static final Set<String> BEFORE_CLASS_PATH = Set.of("-cp", "-classpath", "--class-path");

    private PortHolder() {}

    /**
     * Who listens there, for people: {@code process 4711 (python3 http.server)}. Another user's process has no
     * number for us, nor has one outside of our container.
     */
    public static String describe(int port) {
        return find(port)
                .map(pid -> "process " + pid + " (" + program(pid) + ")")
                .orElse("a process that this user may not see");
    }

    /** The number of the process that listens on this port of 127.0.0.1; empty where that is not to be seen. */
    public static Optional<Long> find(int port) {
        Set<String> sockets = Stream.of("net/tcp", "net/tcp6")
                .flatMap(table -> lines(PROC.resolve(table)))
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns.length > INODE && listensOn(columns, port))
                .map(columns -> "socket:[" + columns[INODE] + "]")
                .collect(Collectors.toSet());
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> hasOpen(pid, sockets))
                .findFirst();
    }

    private static boolean listensOn(String[] columns, int port) {
        String[] local = columns[LOCAL_ADDRESS].split(":");
        return columns[STATE].equals(LISTENS) && ADDRESSES.contains(local[0]) && Integer.parseInt(local[1], 16) == port;
    }

    private static Stream<String> lines(Path table) {
        try {
            return Files.readAllLines(table, StandardCharsets.US_ASCII).stream();
        } catch (IOException e) {
            return Stream.empty(); // A machine without IPv6 has one table only.
        }
    }

    private static boolean hasOpen(long pid, Set<String> sockets) {
        try (DirectoryStream<Path> open =
                Files.newDirectoryStream(PROC.resolve(Long.toString(pid)).resolve("fd"))) {
            for (Path descriptor : open) {
                if (sockets.contains(Files.readSymbolicLink(descriptor).toString())) {
                    return true;
                }
            }
        } catch (IOException e) {
            return false; // It has ended, closed this file meanwhile, or is another user's.
        }
        return false;
    }

    /** The program and the first word that it was given which is no option. */
    private static String program(long pid) {
        List<String> words;
        try {
            byte[] line = Files.readAllBytes(PROC.resolve(Long.toString(pid)).resolve("cmdline"));
            words = List.of(new String(line, StandardCharsets.UTF_8).split("\0"));
        } catch (IOException e) {
            return "ended meanwhile";
        }
        String name = Path.of(words.get(0)).getFileName().toString();
        for (int i = 1; i < words.size(); i++) {
            boolean operand = !words.get(i).isEmpty() && !words.get(i).startsWith("-");
            if (operand && !BEFORE_CLASS_PATH.contains(words.get(i - 1))) {
                return name + " " + words.get(i);
            }
        }
        return name;
    }
}
