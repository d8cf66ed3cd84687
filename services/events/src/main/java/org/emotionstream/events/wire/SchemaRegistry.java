package org.emotionstream.events.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.emotionstream.events.configuration.ChainConfiguration;
import org.emotionstream.events.logging.Causes;
import org.emotionstream.events.wire.BoundedQuestions.Answer;

/**
 * A registry of schemas with Confluent's REST interface, which Apicurio's serves under {@code
 * /apis/ccompat/v7}. Asked once for each schema; waits for a registry that does not answer, and then gives
 * up, which stops the service: a record is never blamed for it. What untrusted bytes ask for is asked for once,
 * briefly and seldom, and stops nothing. Safe for use by many threads.
 */
final class SchemaRegistry {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TYPE = "application/vnd.schemaregistry.v1+json";
    private static final Duration ANSWER = Duration.ofSeconds(5);

    /** For questions that untrusted bytes cause. */
    private static final Duration BRIEF_ANSWER = Duration.ofSeconds(2);

    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);
    private static final int NOT_FOUND = 404;

    /** What some registries say of a number that they would never give. */
    private static final Set<Integer> NO_SUCH_ID = Set.of(400, 422);

    /** How long it is remembered that the registry has no schema of an id that untrusted bytes name. */
    private static final Duration NEGATIVE = Duration.ofSeconds(30);

    private final String url;
    private final Duration patience;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(ANSWER).build();
    private final Map<String, Integer> ids = new ConcurrentHashMap<>();
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();
    private final BoundedQuestions<Integer, Schema> untrusted;
    private final BoundedQuestions<String, Integer> registrations;

    /**
     * @param url of the interface, for example {@code http://registry:8080/apis/ccompat/v7}
     * @param patience how long a registry that does not answer is waited for
     */
    SchemaRegistry(String url, Duration patience) {
        this.url = url.replaceAll("/+$", "");
        this.patience = patience;
        this.untrusted = new BoundedQuestions<>("the registry", NEGATIVE);
        this.registrations = new BoundedQuestions<>("the registry", Duration.ZERO);
    }

    /** The registry of this configuration, where it names one. */
    static Optional<SchemaRegistry> of(ChainConfiguration configuration) {
        return configuration.schemaRegistryUrl().map(url -> new SchemaRegistry(url, configuration.schemaPatience()));
    }

    /**
     * The id of this schema for the values of this topic; registered when it is new.
     *
     * @throws SchemaRegistryException when the registry does not answer or refuses
     */
    int idOf(String topic, Schema schema) {
        return ids.computeIfAbsent(topic, name -> registered(answer(registration(name, schema, ANSWER), patience)));
    }

    /**
     * As {@link #idOf}, where messages can be written without: a registry that does not answer is asked once, and then
     * left alone for a while.
     *
     * @return empty while the registry does not answer or refuses
     */
    OptionalInt idOfOrNone(String topic, Schema schema) {
        Integer known = ids.get(topic);
        if (known != null) {
            return OptionalInt.of(known);
        }
        var answer = registrations.ask(topic, () -> {
            int id = registered(answer(registration(topic, schema, BRIEF_ANSWER), Duration.ZERO));
            ids.put(topic, id);
            return Optional.of(id);
        });
        return answer instanceof Answer.Found<Integer> found ? OptionalInt.of(found.value()) : OptionalInt.empty();
    }

    private HttpRequest registration(String topic, Schema schema, Duration within) {
        String body = JSON.createObjectNode().put("schema", schema.toString()).toString();
        return request("/subjects/" + topic + "-value/versions", within)
                .header("Content-Type", TYPE)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private int registered(Optional<JsonNode> answer) {
        int id = answer.map(json -> json.path("id").asInt()).orElse(0);
        if (id < 1) {
            throw new SchemaRegistryException(
                    url + " knows nothing of subjects: is it the URL of Confluent's interface,"
                            + " for example http://HOST/apis/ccompat/v7 ?");
        }
        return id;
    }

    /**
     * The schema of this id; empty when the registry has no such id at this moment.
     *
     * @throws SchemaRegistryException when the registry does not answer or refuses
     */
    Optional<Schema> find(int id) {
        return find(id, ANSWER, patience);
    }

    /** The schema of an id that untrusted bytes name: at the price of few and short questions, whatever the registry does. */
    Answer<Schema> findUntrusted(int id) {
        Schema known = schemas.get(id);
        if (known != null) {
            return new Answer.Found<>(known);
        }
        return id < 1
                ? new Answer.Unknown<>()
                : untrusted.ask(id, () -> {
                    try {
                        return find(id, BRIEF_ANSWER, Duration.ZERO);
                    } catch (NoSchemaException e) {
                        return Optional.empty(); // of another kind than Avro: that says nothing of the registry
                    }
                });
    }

    private Optional<Schema> find(int id, Duration within, Duration waiting) {
        return Optional.ofNullable(schemas.computeIfAbsent(
                id, key -> answer(request("/schemas/ids/" + key, within).GET().build(), waiting)
                        .map(answer -> parsed(key, answer.path("schema").asText()))
                        .orElse(null)));
    }

    private Schema parsed(int id, String schema) {
        try {
            return new Schema.Parser().parse(schema);
        } catch (AvroRuntimeException e) {
            throw new NoSchemaException("what the registry at " + url + " has of id " + id + " is no schema", e);
        }
    }

    private HttpRequest.Builder request(String path, Duration within) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(within).header("Accept", TYPE);
    }

    /**
     * The answer; empty when the registry says that there is no such thing.
     *
     * @param waiting how long it is asked again when it does not answer; zero: it is asked once
     */
    private Optional<JsonNode> answer(HttpRequest request, Duration waiting) {
        long end = System.nanoTime() + waiting.toNanos();
        while (true) {
            String problem;
            try {
                HttpResponse<String> response = sent(request);
                if (response.statusCode() < 500) {
                    return understood(response);
                }
                problem = "status " + response.statusCode() + ": " + response.body();
            } catch (ExecutionException | TimeoutException e) {
                problem = Causes.inWords(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SchemaRegistryException("interrupted while waiting for the registry at " + url, e);
            }
            if (waiting.isZero() || System.nanoTime() > end) {
                String within = waiting.isZero() ? "" : " within " + waiting.toSeconds() + " s";
                throw new SchemaRegistryException(
                        "the schema registry at " + url + " has not answered" + within + ": " + problem,
                        new TimeoutException(problem));
            }
            pause();
        }
    }

    /** The whole response in time: the time limit of a request ends where the body begins. */
    private HttpResponse<String> sent(HttpRequest request)
            throws ExecutionException, TimeoutException, InterruptedException {
        CompletableFuture<HttpResponse<String>> response =
                client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
        try {
            return response.get(request.timeout().orElse(ANSWER).toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            response.cancel(true);
        }
    }

    private Optional<JsonNode> understood(HttpResponse<String> response) {
        boolean asked = response.request().method().equals("GET");
        if (response.statusCode() == NOT_FOUND || (asked && NO_SUCH_ID.contains(response.statusCode()))) {
            return Optional.empty();
        }
        if (response.statusCode() != 200) {
            throw new SchemaRegistryException("the schema registry at " + url + " refuses with status "
                    + response.statusCode() + ": " + response.body());
        }
        try {
            return Optional.of(JSON.readTree(response.body()));
        } catch (JsonProcessingException e) {
            throw new SchemaRegistryException("the schema registry at " + url + " does not answer in JSON", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_ATTEMPTS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What lies under an id is of another kind. */
    private static final class NoSchemaException extends SchemaRegistryException {
        private static final long serialVersionUID = 1L;

        NoSchemaException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
