package org.emotionstream.endtoend.soak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MappedMemoryTest {
    private static final JavaHeap HEAP = new JavaHeap(1, 0xfc000000L, 0x100000000L);

    @Test
    void whatIsWrittenOutsideOfTheHeapIsNative() {
        String smaps =
                """
                fc000000-fc800000 rw-p 00000000 00:00 0
                Rss:                8000 kB
                Pss:                8000 kB
                Pss_Dirty:          8000 kB
                Private_Dirty:      8000 kB
                100000000-100010000 rw-p 00000000 00:00 0
                Rss:                  64 kB
                Pss:                  64 kB
                Private_Dirty:        60 kB
                7f0000000000-7f0001000000 r-xp 00000000 08:01 99    /usr/lib/libjvm.so
                Rss:                1000 kB
                Pss:                 500 kB
                Shared_Dirty:          0 kB
                Private_Dirty:         0 kB
                ffffffffff600000-ffffffffff601000 --xp 00000000 00:00 0  [vsyscall]
                Rss:                   4 kB
                Pss:                   4 kB
                Private_Dirty:         4 kB
                """;
        assertThat(MappedMemory.read(smaps, HEAP)).isEqualTo(new MappedMemory(9068 * 1024, 8568 * 1024, 64 * 1024));
    }

    @Test
    void theMemoryOfThisProcessIsMoreThanItsHeap() {
        long pid = ProcessHandle.current().pid();
        MappedMemory memory =
                MappedMemory.of(pid, JavaHeap.of(pid).orElseThrow()).orElseThrow();
        assertThat(memory.nativeBytes()).isBetween(1L << 20, memory.residentBytes());
    }

    @Test
    void aProcessThatHasEndedHasNone() {
        assertThat(MappedMemory.of(Long.MAX_VALUE, HEAP)).isEmpty();
    }
}
