package org.emotionstream.endtoend.faults.fault;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.emotionstream.endtoend.faults.stream.KnownStream;
import org.emotionstream.events.configuration.ServiceNames;
import org.emotionstream.localbroker.LoopbackPorts;

/**
 * The schema registry is away, then does not answer, then refuses every question; the garbage is such that a registry
 * may be asked for it, also in the first records that a landmarker reads. The combiner has no registry: it waits for
 * one and then stops, because analysts read what it writes.
 */
public final class RegistryAway implements Fault {
    private static final String LANDMARKER = "landmarker";
    private static final List<String> OTHERS = ServiceNames.ALL.stream()
            .filter(service -> !service.equals(LANDMARKER) && !service.equals("combiner"))
            .toList();
    private static final int UNAVAILABLE = 503;

    /** Twice as many as it takes until garbage is among them. */
    private static final int WAIT_FOR_THE_LANDMARKER = 100;

    /** As many as it takes until each kind of garbage was among them. */
    private static final int RECORDS_WITHOUT_IT = 400;

    private static final int UNTRUSTED_BYTES = 4_000;
    private static final List<byte[]> UNTRUSTED = Stream.of(
                    "000000186674797068656963000000006d69663168656963", // HEIC
                    "000000186674797061766966000000006d69663161766966", // AVIF
                    "000000186674797069736f6d0000020069736f6d69736f32", // MP4
                    "00000100010010100000010020006804000016000000", // ICO
                    "00", // zeros
                    "0000001267101263616d6572612d37", // Confluent's layout with an id that nobody knows
                    "c3010123456789abcdef101263616d6572612d37") // single-object encoding of an unknown schema
            .map(hex -> Arrays.copyOf(HexFormat.of().parseHex(hex), UNTRUSTED_BYTES))
            .toList();

    @Override
    public KnownStream stream(List<byte[]> pictures) {
        return new KnownStream(name(), pictures, UNTRUSTED);
    }

    @Override
    public void inject(Scene scene, Injections injections) throws InterruptedException {
        int ended = scene.chain().endedByThemselves();
        InetAddress local = InetAddress.getLoopbackAddress();
        // Connections are made, and nothing is ever answered.
        try (ServerSocket silent = new ServerSocket(0, 0, local)) {
            HttpServer refusing = HttpServer.create(new InetSocketAddress(local, 0), 0);
            refusing.createContext("/", exchange -> {
                exchange.sendResponseHeaders(UNAVAILABLE, -1);
                exchange.close();
            });
            refusing.start();
            try {
                Map<String, String> away = registry(LoopbackPorts.free());
                restartLandmarker(scene, injections, away);
                for (String service : OTHERS) {
                    scene.chain().restart(service, away);
                }
                goOn(scene, injections);
                restartLandmarker(scene, injections, registry(silent.getLocalPort()));
                goOn(scene, injections);
                restartLandmarker(
                        scene, injections, registry(refusing.getAddress().getPort()));
                goOn(scene, injections);
            } finally {
                refusing.stop(0);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen as a registry", e);
        }
        scene.chain().restart(LANDMARKER, Map.of());
        for (String service : OTHERS) {
            scene.chain().restart(service, Map.of());
        }
        if (scene.chain().endedByThemselves() > ended) {
            throw new IllegalStateException("a service has ended, though a registry that is away stops nobody");
        }
    }

    private static Map<String, String> registry(int port) {
        return Map.of("emotionstream.schema-registry-url", "http://127.0.0.1:" + port);
    }

    /** Garbage waits for it when it comes back. */
    private static void restartLandmarker(Scene scene, Injections injections, Map<String, String> settings)
            throws InterruptedException {
        int inFlight = scene.awaitInFlight();
        scene.chain().service(LANDMARKER).stop();
        scene.awaitSent(WAIT_FOR_THE_LANDMARKER);
        scene.chain().start(LANDMARKER, settings);
        injections.injected(inFlight);
        scene.chain().awaitReady(LANDMARKER);
    }

    private static void goOn(Scene scene, Injections injections) throws InterruptedException {
        scene.awaitSent(RECORDS_WITHOUT_IT);
        injections.recovered(scene.recover());
    }
}
