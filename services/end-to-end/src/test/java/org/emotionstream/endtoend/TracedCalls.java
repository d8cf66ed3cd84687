package org.emotionstream.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What strace has written about a process and its children, judged: connections elsewhere than to the broker, look-ups
 * of names, programs that were started, and files that were written outside of the process's own folders.
 *
 * @param directory in which the process was started
 * @param own folders in which it may write
 * @param brokerPort to which it may connect on this machine
 */
record TracedCalls(Path directory, List<Path> own, int brokerPort) {
    /** The system calls that have to be traced. */
    static final String CALLS = "connect,sendto,sendmsg,sendmmsg,open,openat,creat,mkdir,mkdirat,rename,renameat,"
            + "renameat2,link,linkat,symlink,symlinkat,unlink,unlinkat,execve,execveat";

    private static final Pattern LINE = Pattern.compile("^(?:\\d+ +)?(\\w+)\\((.*)$");
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern PORT = Pattern.compile("sin6?_port=htons\\((\\d+)\\)");

    /** The calls that the process should not have made, as strace wrote them; none is right. */
    List<String> violations(Path trace) throws IOException {
        List<String> violations = new ArrayList<>();
        int programs = 0;
        for (String line : Files.readAllLines(trace)) {
            Matcher call = LINE.matcher(line);
            if (!call.find() || line.contains(") = -1 ENOENT")) {
                continue;
            }
            String arguments = call.group(2);
            boolean wrong =
                    switch (call.group(1)) {
                        case "execve", "execveat" -> ++programs > 1;
                        case "connect", "sendto", "sendmsg", "sendmmsg" -> reachesOut(arguments);
                        case "open", "openat" -> isLookUp(arguments) || (isWrite(arguments) && !isOwn(arguments));
                        default -> !line.contains(") = -1 ") && !isOwn(arguments);
                    };
            if (wrong) {
                violations.add(line);
            }
        }
        return violations;
    }

    private boolean reachesOut(String arguments) {
        if (arguments.contains("sa_family=AF_UNIX")) {
            return true;
        }
        Matcher port = PORT.matcher(arguments);
        return port.find() && !(isThisMachine(arguments) && Integer.parseInt(port.group(1)) == brokerPort);
    }

    private static boolean isThisMachine(String arguments) {
        return arguments.contains("127.0.0.1\"") || arguments.contains("\"::1\"");
    }

    /** The C library reads this file for every name that it looks up, before it asks a server. */
    private static boolean isLookUp(String arguments) {
        return arguments.contains("\"/etc/hosts\"");
    }

    private static boolean isWrite(String arguments) {
        return !arguments.contains(") = -1 ")
                && (arguments.contains("O_WRONLY") || arguments.contains("O_RDWR") || arguments.contains("O_CREAT"));
    }

    private boolean isOwn(String arguments) {
        Matcher text = TEXT.matcher(arguments);
        while (text.find()) {
            Path path = directory.resolve(text.group(1)).normalize();
            if (!isVirtual(path)
                    && !isOfLibraries(text.group(1))
                    && own.stream().noneMatch(path::startsWith)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isVirtual(Path path) {
        return path.startsWith("/proc") || path.equals(Path.of("/dev/null")) || path.equals(Path.of("/dev/tty"));
    }

    /**
     * What no setting prevents: the Java machine's statistics, /tmp/hsperfdata_USER/PID, and the folder that ONNX
     * Runtime makes at its start and deletes at its end without putting anything into it.
     */
    private static boolean isOfLibraries(String path) {
        return path.startsWith("/tmp/hsperfdata_") || path.matches("\\d+|/tmp/onnxruntime-java\\d+");
    }
}
