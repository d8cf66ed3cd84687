package org.emotionstream.events.wire;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.emotionstream.events.configuration.ChainConfiguration;
import org.emotionstream.events.wire.BoundedQuestions.Answer;

/**
 * Where writers make their schemas known and readers look for those that they do not have: the topic {@code
 * internal.schemas}, always, and a registry where one is configured. Asked once for each schema. Safe for use by
 * many threads.
 */
public final class Schemas implements AutoCloseable {
    private static final long MILLIS_BETWEEN_QUESTIONS = 500;

    private final Optional<SchemaTopic> topic;
    private final Optional<SchemaRegistry> registry;
    private final Duration patience;

    Schemas(Optional<SchemaTopic> topic, Optional<SchemaRegistry> registry, Duration patience) {
        this.topic = topic;
        this.registry = registry;
        this.patience = patience;
    }

    /** The schemas of this version alone: none is published, none is looked up. */
    public static Schemas none() {
        return new Schemas(Optional.empty(), Optional.empty(), Duration.ZERO);
    }

    /** The topic and, where it names one, the registry of this configuration. */
    public static Schemas of(ChainConfiguration configuration) {
        Duration patience = configuration.schemaPatience();
        return new Schemas(
                Optional.of(new SchemaTopic(configuration, patience)), SchemaRegistry.of(configuration), patience);
    }

    /** Whether there is nobody to ask. */
    boolean isNone() {
        return topic.isEmpty() && registry.isEmpty();
    }

    /**
     * Makes this schema known; to be called before anything is written with it.
     *
     * @param name of the topic that is written
     * @return its id, where there is a registry
     * @throws SchemaRegistryException when topic or registry do not take it
     */
    OptionalInt publish(String name, Schema schema) {
        topic.ifPresent(schemas -> schemas.publish(schema));
        return registry.map(known -> OptionalInt.of(known.idOf(name, schema))).orElse(OptionalInt.empty());
    }

    /**
     * As {@link #publish}, for a topic that only the chain reads, whose services read messages without an id, too.
     *
     * @return empty, too, while the registry does not answer or refuses
     * @throws SchemaRegistryException when the topic does not take it
     */
    OptionalInt publishWithoutWaiting(String name, Schema schema) {
        topic.ifPresent(schemas -> schemas.publish(schema));
        return registry.map(known -> known.idOfOrNone(name, schema)).orElse(OptionalInt.empty());
    }

    /** The schema with a fingerprint that untrusted bytes name, which neither stops nor delays a service. */
    Answer<Schema> ofUntrustedFingerprint(long fingerprint) {
        String key = SchemaTopic.key(fingerprint);
        return topic.map(schemas -> schemas.findUntrusted(key)).orElseGet(Answer.Unknown::new);
    }

    /** The schema with an id that untrusted bytes name, of the registry, which there is; as {@link #ofUntrustedFingerprint}. */
    Answer<Schema> ofUntrustedId(int id) {
        return registry.orElseThrow().findUntrusted(id);
    }

    /**
     * The schema with this fingerprint, which is waited for as long as is configured; empty when it does not come.
     *
     * @throws SchemaRegistryException when the topic cannot be read
     */
    Optional<Schema> ofFingerprint(long fingerprint) {
        String key = SchemaTopic.key(fingerprint);
        return await(() -> topic.flatMap(schemas -> schemas.find(key)));
    }

    /**
     * The schema with this id of the registry, which there is, waited for as long as is configured; empty when the
     * registry does not learn of it.
     *
     * @throws SchemaRegistryException when the registry does not answer
     */
    Optional<Schema> ofId(int id) {
        return await(() -> registry.orElseThrow().find(id));
    }

    /** Whether there is a registry to ask for an id. */
    boolean hasRegistry() {
        return registry.isPresent();
    }

    /** How long a schema that nobody has published yet is waited for. */
    Duration patience() {
        return patience;
    }

    private Optional<Schema> await(Supplier<Optional<Schema>> question) {
        long end = System.nanoTime() + patience.toNanos();
        Optional<Schema> found = question.get();
        while (found.isEmpty() && System.nanoTime() < end) {
            pause();
            found = question.get();
        }
        return found;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(MILLIS_BETWEEN_QUESTIONS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SchemaRegistryException("interrupted while waiting for a schema", e);
        }
    }

    @Override
    public void close() {
        topic.ifPresent(SchemaTopic::close);
    }
}
