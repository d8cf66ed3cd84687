package org.emotionstream.cli.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class FreePortsTest {
    @Test
    void choosesDifferentPortsThatAreFree() {
        assertThat(FreePorts.choose(8)).doesNotHaveDuplicates().hasSize(8).allMatch(FreePorts::isFree);
    }

    @Test
    void aPortThatSomebodyListensOnIsNotFree() throws IOException {
        try (ServerSocket taken = new ServerSocket()) {
            taken.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));

            assertThat(FreePorts.isFree(taken.getLocalPort())).isFalse();
        }
    }
}
