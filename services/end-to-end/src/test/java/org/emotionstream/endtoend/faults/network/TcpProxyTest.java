package org.emotionstream.endtoend.faults.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.emotionstream.localbroker.LoopbackPorts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpProxyTest {
    private static final int SHORT_MILLIS = 300;

    private ServerSocket broker;
    private TcpProxy proxy;
    private Socket client;
    private Socket atBroker;

    @BeforeEach
    void connect() throws IOException {
        int port = LoopbackPorts.free();
        broker = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
        proxy = new TcpProxy(port, broker.getLocalPort());
        client = new Socket("127.0.0.1", port);
        atBroker = broker.accept();
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        proxy.close();
        broker.close();
    }

    @Test
    void passesOnInBothDirections() throws IOException {
        client.getOutputStream().write(1);
        assertThat(atBroker.getInputStream().read()).isEqualTo(1);
        atBroker.getOutputStream().write(2);
        assertThat(client.getInputStream().read()).isEqualTo(2);
    }

    @Test
    void delays() throws IOException {
        proxy.delay(Duration.ofMillis(SHORT_MILLIS));
        long start = System.nanoTime();
        client.getOutputStream().write(1);
        assertThat(atBroker.getInputStream().read()).isEqualTo(1);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(SHORT_MILLIS));
    }

    @Test
    void standsStillAndLosesNothing() throws IOException {
        proxy.standStill();
        client.getOutputStream().write(1);
        atBroker.setSoTimeout(SHORT_MILLIS);
        assertThatThrownBy(atBroker.getInputStream()::read).isInstanceOf(SocketTimeoutException.class);
        proxy.goOn();
        atBroker.setSoTimeout(0);
        assertThat(atBroker.getInputStream().read()).isEqualTo(1);
    }

    @Test
    void cuts() throws IOException {
        client.getOutputStream().write(1);
        assertThat(atBroker.getInputStream().read()).isEqualTo(1);
        proxy.cut();
        assertThat(atBroker.getInputStream().read()).isEqualTo(-1);
    }
}
