package org.emotionstream.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TracedCallsTest {
    private static final TracedCalls CALLS = new TracedCalls(Path.of("/own"), List.of(Path.of("/own")), 9092);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7 connect(5, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr(\"127.0.0.1\")}, 16) = 0",
                "7 connect(5, {sa_family=AF_INET, sin_port=htons(9092), sin_addr=inet_addr(\"192.0.2.1\")}, 16) = -1 EINPROGRESS (Operation now in progress)",
                "7 connect(5, {sa_family=AF_INET6, sin6_port=htons(443), inet_pton(AF_INET6, \"2001:db8::1\", &sin6_addr)}, 28 <unfinished ...>",
                "7 sendto(5, \"...\", 40, 0, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr(\"192.0.2.1\")}, 16) = 40",
                "7 openat(AT_FDCWD, \"/etc/hosts\", O_RDONLY|O_CLOEXEC) = 5",
                "7 openat(AT_FDCWD, \"/home/x/.cache/Microsoft/DeveloperTools/.onnxruntime/deviceid\", O_WRONLY|O_CREAT, 0666) = 5",
                "7 openat(AT_FDCWD, \"/tmp/mat-debug-7.log\", O_WRONLY|O_CREAT|O_TRUNC, 0666 <unfinished ...>",
                "7 openat(AT_FDCWD, \"../other\", O_RDWR|O_CREAT, 0666) = 5",
                "7 mkdir(\"/tmp/vertx-cache\", 0777)   = 0",
                "7 rename(\"/own/a\", \"/other/a\") = 0",
            })
    void refusesWhatReachesOutOrWritesElsewhere(String line) throws IOException {
        assertThat(violations(line)).containsExactly(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7 connect(5, {sa_family=AF_INET6, sin6_port=htons(9092), inet_pton(AF_INET6, \"::ffff:127.0.0.1\", &sin6_addr)}, 28) = 0",
                "7 connect(5, {sa_family=AF_UNIX, sun_path=\"/var/run/nscd/socket\"}, 110) = -1 ENOENT (No such file or directory)",
                "7 sendmsg(5, {msg_name=NULL, msg_iov=[{iov_base=\"\\\"/etc/hosts\\\"\"}]}, 0) = 4",
                "7 openat(AT_FDCWD, \"/etc/resolv.conf\", O_RDONLY) = 5",
                "7 openat(AT_FDCWD, \"state/journal\", O_RDWR|O_CREAT, 0666) = 5",
                "7 openat(AT_FDCWD, \"/proc/self/coredump_filter\", O_RDWR) = 4",
                "7 openat(AT_FDCWD, \"4711\", O_RDWR|O_CREAT|O_NOFOLLOW|O_CLOEXEC, 0600) = 6",
                "7 mkdir(\"/usr/native\", 0777) = -1 EROFS (Read-only file system)",
            })
    void letsWhatIsTheirOwn(String line) throws IOException {
        assertThat(violations(line)).isEmpty();
    }

    @Test
    void refusesTheSecondProgramThatIsStarted() throws IOException {
        String first = "7 execve(\"/usr/bin/java\", [\"java\"], 0x7ffd /* 9 vars */) = 0";
        String second = "8 execve(\"/usr/bin/env\", [\"env\", \"sh\"], 0x7ffd /* 9 vars */) = 0";
        assertThat(violations(first, second)).containsExactly(second);
    }

    private List<String> violations(String... lines) throws IOException {
        return CALLS.violations(Files.write(folder.resolve("trace"), List.of(lines)));
    }
}
