package org.emotionstream.localbroker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class LoopbackPortsTest {
    @Test
    void choosesDifferentPortsThatAreFree() {
        assertThat(LoopbackPorts.free(8)).doesNotHaveDuplicates().hasSize(8).allMatch(LoopbackPorts::isFree);
    }

    @Test
    void aPortThatSomebodyListensOnIsNotFree() throws IOException {
        try (ServerSocket taken = new ServerSocket()) {
            taken.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));

            assertThat(LoopbackPorts.isFree(taken.getLocalPort())).isFalse();
        }
    }
}
