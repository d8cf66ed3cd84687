package org.emotionstream.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/**
 * A registry of schemas with Confluent's REST interface, which Apicurio's serves under {@code
 * /apis/ccompat/v7}. Asked once for each schema; waits for a registry that does not answer, and then gives
 * up, which stops the service: a record is never blamed for it. Safe for use by many threads.
 */
final class SchemaRegistry {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TYPE = "application/vnd.schemaregistry.v1+json";
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);
    private static final int NOT_FOUND = 404;

    private final String url;
    private final Duration patience;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(ANSWER).build();
    private final Map<String, Integer> ids = new ConcurrentHashMap<>();
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();

    /**
     * @param url of the interface, for example {@code http://registry:8080/apis/ccompat/v7}
     * @param patience how long a registry that does not answer is waited for
     */
    SchemaRegistry(String url, Duration patience) {
        this.url = url.replaceAll("/+$", "");
        this.patience = patience;
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
        return ids.computeIfAbsent(topic, name -> {
            String body =
                    JSON.createObjectNode().put("schema", schema.toString()).toString();
            HttpRequest.Builder request = request("/subjects/" + name + "-value/versions")
                    .header("Content-Type", TYPE)
                    .POST(HttpRequest.BodyPublishers.ofString(body));
            return answer(request.build())
                    .orElseThrow(() -> new SchemaRegistryException(url + " knows nothing of subjects: is it the URL of"
                            + " Confluent's interface, for example http://HOST/apis/ccompat/v7 ?"))
                    .path("id")
                    .asInt();
        });
    }

    /**
     * The schema of this id; empty when the registry has no such id at this moment.
     *
     * @throws SchemaRegistryException when the registry does not answer or refuses
     */
    Optional<Schema> find(int id) {
        return Optional.ofNullable(schemas.computeIfAbsent(
                id, key -> answer(request("/schemas/ids/" + key).GET().build())
                        .map(answer -> parsed(key, answer.path("schema").asText()))
                        .orElse(null)));
    }

    private Schema parsed(int id, String schema) {
        try {
            return new Schema.Parser().parse(schema);
        } catch (AvroRuntimeException e) {
            throw new SchemaRegistryException("what the registry at " + url + " has of id " + id + " is no schema", e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(ANSWER).header("Accept", TYPE);
    }

    /** The answer; empty when the registry says that there is no such thing. */
    private Optional<JsonNode> answer(HttpRequest request) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            String problem;
            try {
                HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
                if (response.statusCode() < 500) {
                    return understood(response);
                }
                problem = "status " + response.statusCode() + ": " + response.body();
            } catch (IOException e) {
                problem = e.toString();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SchemaRegistryException("interrupted while waiting for the registry at " + url, e);
            }
            if (System.nanoTime() > end) {
                throw new SchemaRegistryException("the schema registry at " + url + " has not answered within "
                        + patience.toSeconds() + " s: " + problem);
            }
            pause();
        }
    }

    private Optional<JsonNode> understood(HttpResponse<String> response) {
        if (response.statusCode() == NOT_FOUND) {
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
}
