package org.emotionstream.endtoend.soak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JavaHeapTest {
    @Test
    void generationsAreAddedAndTheirSpacesAreNot() {
        String jdk17 =
                """
                4711:
                 def new generation   total 7424K, used 3187K [0x00000000fc000000, 0x00000000fc800000, 0x00000000fc800000)
                  eden space 6656K,  47% used [0x00000000fc000000, 0x00000000fc31cd80, 0x00000000fc680000)
                  from space 768K,   0% used [0x00000000fc680000, 0x00000000fc680000, 0x00000000fc740000)
                  to   space 768K,   0% used [0x00000000fc740000, 0x00000000fc740000, 0x00000000fc800000)
                 tenured generation   total 8192K, used 100K [0x00000000fc800000, 0x00000000fd000000, 0x0000000100000000)
                   the space 8192K,   1% used [0x00000000fc800000, 0x00000000fc819000, 0x00000000fc819000, 0x00000000fd000000)
                 Metaspace       used 180K, committed 384K, reserved 1114112K
                  class space    used 8K, committed 128K, reserved 1048576K
                """;
        assertThat(JavaHeap.read(jdk17)).contains(new JavaHeap(3287 * 1024, 0xfc000000L, 0x100000000L));
    }

    @Test
    void theFormOfJdk25IsReadToo() {
        String jdk25 =
                """
                4711:
                DefNew     total 7424K, used 2621K [0x00000000fc000000, 0x00000000fc800000, 0x00000000fc800000)
                 eden space 6656K,  27% used [0x00000000fc000000, 0x00000000fc1cf778, 0x00000000fc680000)
                Tenured    total 57344K, used 4868K [0x00000000fc800000, 0x0000000100000000, 0x0000000100000000)
                 the  space 57344K,   8% used [0x00000000fc800000, 0x00000000fccc1068, 0x0000000100000000)
                """;
        assertThat(JavaHeap.read(jdk25)).contains(new JavaHeap(7489 * 1024, 0xfc000000L, 0x100000000L));
    }

    @Test
    void aHeapOfOnePieceIsReadToo() {
        String g1 = " garbage-first heap   total 26624K, used 4096K [0x0000000704200000, 0x0000000800000000)\n";
        assertThat(JavaHeap.read(g1)).contains(new JavaHeap(4096 * 1024, 0x704200000L, 0x800000000L));
    }

    @Test
    void aProcessThatDoesNotAnswerHasNoHeap() {
        assertThat(JavaHeap.read("4711:\njava.io.IOException: No such process\n"))
                .isEmpty();
    }

    @Test
    void ourOwnHeapIsReadFromALiveProcess() {
        JavaHeap heap = JavaHeap.of(ProcessHandle.current().pid()).orElseThrow();
        assertThat(heap.usedBytes()).isBetween(1L, Runtime.getRuntime().maxMemory());
        assertThat(heap.to()).isGreaterThan(heap.from());
    }
}
