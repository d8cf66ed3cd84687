package org.emotionstream.events.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.MetadataResponse;
import org.emotionstream.events.broker.BrokerProbe.Finding;
import org.emotionstream.events.broker.BrokerProblem.Kind;
import org.emotionstream.events.configuration.BrokerAddress;
import org.emotionstream.events.logging.Causes;

/** Probes one address: does it take connections, is it Kafka, does it let us in, can its brokers be reached. */
final class AddressProbe {
    private static final int ALL_MILLIS = 5_000;
    private static final int LEAST_MILLIS = 2_000;

    private final Map<String, Object> settings;
    private final BrokerAddress address;
    private final long begun = System.nanoTime();

    AddressProbe(Map<String, Object> settings, BrokerAddress address) {
        this.settings = settings;
        this.address = address;
    }

    /** Everything. */
    Finding probe(List<String> topics) {
        return probe(ip -> askAsClient(ip, topics));
    }

    /** Only whether a broker answers, without a user. */
    Finding probeListener() {
        return probe(ip -> new Finding(Optional.empty(), Set.of()));
    }

    private Finding probe(Function<InetAddress, Finding> further) {
        InetAddress ip;
        try {
            ip = TcpConnection.tryAll(address);
        } catch (TcpConnection.Failure e) {
            return Finding.of(new BrokerProblem(
                    e.kind(), "no Kafka broker answers at " + address + ": " + e.getMessage(), e.getMessage()));
        }
        ListenerProbe listener = new ListenerProbe(address, ip);
        Optional<BrokerProblem> problem = usesTls() ? listener.inTls() : listener.inPlain();
        return problem.map(Finding::of).orElseGet(() -> further.apply(ip));
    }

    private boolean usesTls() {
        return protocol().endsWith("SSL");
    }

    private String protocol() {
        return String.valueOf(settings.getOrDefault(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, "PLAINTEXT"))
                .toUpperCase(Locale.ROOT);
    }

    private Finding askAsClient(InetAddress ip, List<String> topics) {
        try (KafkaSession session = new KafkaSession(settings, address, ip, millisLeft())) {
            return ask(session, topics);
        } catch (KafkaException | IllegalArgumentException e) {
            return Finding.of(
                    new BrokerProblem(Kind.SETTING, "a setting of the clients is wrong: " + Causes.inWords(e)));
        }
    }

    private Finding ask(KafkaSession session, List<String> topics) {
        boolean in = false;
        try {
            session.connect();
            in = true;
            return judge(session.metadata(topics), topics);
        } catch (SslAuthenticationException e) {
            return Finding.of(new BrokerProblem(
                    Kind.TLS,
                    "TLS with the broker at " + address + " fails: " + Causes.inWords(e)
                            + ": check the certificates that the file of --client-config names"));
        } catch (AuthenticationException e) {
            return Finding.of(new BrokerProblem(
                    Kind.REFUSED,
                    "the broker at " + address + " refuses the user: " + Causes.inWords(e)
                            + ": check user and password in the file of --client-config"));
        } catch (TimeoutException e) {
            return Finding.of(new BrokerProblem(
                    Kind.SILENT, "the broker at " + address + " gives no answer in " + millisLeft() / 1000 + " s"));
        } catch (IOException e) {
            return Finding.of(closed(in));
        }
    }

    /** No refusal, since a broker that stops closes connections too. A listener that wants a user closes the connection at the first request that is not about users. */
    private BrokerProblem closed(boolean in) {
        return in && !protocol().startsWith("SASL")
                ? new BrokerProblem(
                        Kind.SILENT,
                        "the broker at " + address + " answers, and closes the connection of a client without a user:"
                                + " name a file with user and password (SASL) with --client-config")
                : new BrokerProblem(
                        Kind.SILENT,
                        "the broker at " + address + " closes the connection of this client: security.protocol is "
                                + protocol() + ", check it in the file of --client-config");
    }

    private Finding judge(MetadataResponse metadata, List<String> topics) {
        if (metadata.brokers().isEmpty()) {
            return Finding.of(new BrokerProblem(
                    Kind.SILENT, "the broker at " + address + " answers, and names no broker yet that serves clients"));
        }
        Set<String> missing = new HashSet<>(metadata.topicsByError(Errors.UNKNOWN_TOPIC_OR_PARTITION));
        missing.retainAll(topics);
        return new Finding(unreachable(metadata), missing);
    }

    /** Why no broker is reached; of several one is enough, since one may just have died. */
    private Optional<BrokerProblem> unreachable(MetadataResponse metadata) {
        Optional<BrokerProblem> first = Optional.empty();
        for (Node broker : metadata.brokers()) {
            BrokerAddress advertised = new BrokerAddress(broker.host(), broker.port());
            if (advertised.equals(address)) {
                return Optional.empty();
            }
            try {
                TcpConnection.tryAll(advertised);
                return Optional.empty();
            } catch (TcpConnection.Failure e) {
                first = first.or(() -> Optional.of(new BrokerProblem(
                        Kind.ADVERTISED,
                        "the broker at " + address + " answers, but sends clients to " + advertised + ": "
                                + e.getMessage() + "; set its advertised.listeners to an address that is reached"
                                + " from here")));
            }
        }
        return first;
    }

    private int millisLeft() {
        long passed = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        return (int) Math.max(LEAST_MILLIS, ALL_MILLIS - passed);
    }
}
