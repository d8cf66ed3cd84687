package org.emotionstream.contract.nativelibraries;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MountsTest {
    private static final Mounts MOUNTS = new Mounts(List.of(
            "overlay / overlay rw,relatime 0 0",
            "tmpfs /tmp tmpfs rw,nosuid,noexec 0 0",
            "/dev/sda1 /srv ext4 rw,noexec 0 0",
            "/dev/sdb1 /srv/with\\040blank ext4 rw 0 0",
            "tmpfs /run tmpfs rw 0 0",
            "tmpfs /run tmpfs rw,noexec 0 0",
            "broken"));

    @Test
    void theNearestMountPointAboveTheFolderCounts() {
        assertThat(MOUNTS.forbidsExecution(Path.of("/tmp/native"))).isTrue();
        assertThat(MOUNTS.forbidsExecution(Path.of("/srv/native"))).isTrue();
        assertThat(MOUNTS.forbidsExecution(Path.of("/srv/with blank/native"))).isFalse();
        assertThat(MOUNTS.forbidsExecution(Path.of("/home/native"))).isFalse();
        assertThat(MOUNTS.forbidsExecution(Path.of("/tmpother"))).isFalse();
    }

    @Test
    void theLaterOfTwoOnOneMountPointCounts() {
        assertThat(MOUNTS.forbidsExecution(Path.of("/run/native"))).isTrue();
    }

    @Test
    void withoutAListNothingIsForbidden() {
        assertThat(new Mounts(List.of()).forbidsExecution(Path.of("/tmp"))).isFalse();
    }
}
