package org.emotionstream.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The packaged chain and the packaged command line on a broker that lets in only whom it knows. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SecuredChainIT {
    private static final int PICTURES = 3;

    @TempDir
    static Path local;

    private static SecuredChain chain;

    @BeforeAll
    static void start() throws Exception {
        chain = new SecuredChain(local);
    }

    @AfterAll
    static void stop() {
        if (chain != null) {
            chain.close();
        }
    }

    @Test
    @Order(1)
    void picturesOfACameraUserAreAnsweredCompleteToAnAnalyst() throws Exception {
        List<String> words = new ArrayList<>();
        Photographs.all().subList(0, PICTURES).forEach(file -> words.add(file.toString()));

        CommandLineInterface.Result sent = chain.run("camera", "send", words.toArray(String[]::new));
        CommandLineInterface.Result watched =
                chain.run("analyst", "watch", "--json", "--from-beginning", "--limit", Integer.toString(PICTURES));

        assertThat(sent.exitCode()).as(sent.errors()).isZero();
        assertThat(sent.output()).hasSize(PICTURES);
        assertThat(watched.exitCode()).as(watched.errors()).isZero();
        assertThat(watched.output()).hasSize(PICTURES);
        for (String line : sent.output()) {
            String imageId = line.substring(0, line.indexOf('\t'));
            assertThat(watched.output()).anyMatch(answer -> answer.contains(imageId));
        }
        assertThat(chain.logs()).doesNotContain("partial").doesNotContain("ERROR");
    }

    @Test
    @Order(2)
    void theSameUsersAreRefusedTheOtherEnd() throws Exception {
        CommandLineInterface.Result sent =
                chain.run("analyst", "send", Photographs.all().get(0).toString());
        CommandLineInterface.Result watched =
                chain.run("camera", "watch", "--json", "--from-beginning", "--limit", "1");
        CommandLineInterface.Result applied = chain.run("camera", "access", "apply");

        assertThat(List.of(sent, watched, applied)).allSatisfy(result -> {
            assertThat(result.exitCode()).isNotZero();
            assertThat(result.errors())
                    .containsPattern("Not authorized|needs DESCRIBE permission")
                    .doesNotContain("internal error");
        });
    }

    @Test
    @Order(3)
    void aClientOfAnotherLanguageGetsInWithScramAndNoFurtherThanItsUser() throws Exception {
        Path node = CommandLineInterface.root().resolve("services/end-to-end/src/test/node");
        Path work = Files.createDirectories(local.resolve("node"));
        for (String file : List.of("package.json", "package-lock.json", "secured.js")) {
            Files.copy(node.resolve(file), work.resolve(file));
        }
        run(work, List.of("npm", "ci", "--prefer-offline", "--no-audit", "--no-fund"));

        List<String> lines = run(
                work,
                List.of(
                        "node",
                        "secured.js",
                        chain.broker.bootstrapServers(),
                        chain.security.certificate().toString(),
                        chain.files.get("camera").toString(),
                        chain.files.get("analyst").toString()));

        assertThat(lines).hasSize(7);
        assertThat(lines)
                .filteredOn(line -> line.endsWith(" served"))
                .containsExactly("camera-writes-raw served", "analyst-reads-final served");
        assertThat(lines)
                .contains("analyst-reads-raw refused TOPIC_AUTHORIZATION_FAILED")
                .contains("wrong-password refused KafkaJSSASLAuthenticationError")
                .anyMatch(line -> line.startsWith("camera-writes-final refused Not authorized"))
                // What kafkajs makes of a coordinator that it may not ask for.
                .contains("analyst-joins-landmarker refused KafkaJSGroupCoordinatorNotFound");
    }

    @Test
    @Order(4)
    void aServiceWithAWrongPasswordStopsAndSaysWhy() throws Exception {
        Path file = local.resolve("wrong.properties");
        Files.writeString(
                file,
                Files.readString(chain.files.get("featurizer")).replace(chain.passwords.get("featurizer"), "a-guess"));
        try (SecuredService service =
                chain.service("wrong", "featurizer", Map.of("EMOTIONSTREAM_CLIENT_CONFIG", file.toString()))) {
            assertThat(service.awaitExit()).isEqualTo(1);
            assertThat(service.log()).contains("Authentication failed").doesNotContain("a-guess");
        }
    }

    @Test
    @Order(5)
    void noPasswordIsInALogAMetricOrTheListOfProcesses() throws Exception {
        for (SecuredService service : chain.services.values()) {
            String password = chain.passwords.get(service.name());
            assertThat(Files.readString(chain.files.get(service.name()))).contains(password);
            assertThat(service.commandLine()).as(service.name()).contains("quarkus-run.jar");
            assertThat(service.body("/q/metrics")).as(service.name()).contains("jvm_");
            for (String text : List.of(
                    service.commandLine(), service.log(), service.body("/q/metrics"), service.body("/q/health"))) {
                assertThat(text).as(service.name()).doesNotContain(password);
                assertThat(text).as(service.name()).doesNotContain("ScramLoginModule");
            }
        }
    }

    @Test
    @Order(6)
    void byHttpThereAreHealthAndMetricsOnLoopbackAndNothingThatWrites() throws Exception {
        List<String> answered = List.of("/q/health", "/q/health/live", "/q/health/ready", "/q/metrics");
        List<String> absent = List.of(
                "/",
                "/q",
                "/q/",
                "/q/dev",
                "/q/dev-ui",
                "/q/health-ui",
                "/q/info",
                "/q/openapi",
                "/q/swagger-ui",
                "/q/arc",
                "/q/logging-manager",
                "/q/shutdown",
                "/index.html",
                "/metrics",
                "/health",
                "/admin");
        for (SecuredService service : chain.services.values()) {
            String name = service.name();
            assertThat(service.listeningOn()).as(name).isNotEmpty().allMatch(SecuredChainIT::isLoopback);
            for (String path : answered) {
                assertThat(service.status("GET", path)).as(name + path).isEqualTo(200);
                for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
                    assertThat(service.status(method, path))
                            .as(method + " " + name + path)
                            .isEqualTo(405);
                }
            }
            for (String path : absent) {
                assertThat(service.status("GET", path)).as(name + path).isEqualTo(404);
            }
        }
    }

    private static boolean isLoopback(String hexadecimal) {
        return hexadecimal.equals("0100007F") || hexadecimal.equals("0000000000000000FFFF00000100007F");
    }

    private static List<String> run(Path folder, List<String> command) throws Exception {
        Path output = Files.createTempFile(folder, "output", ".txt");
        Path errors = Files.createTempFile(folder, "errors", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES))
                .as(String.join(" ", command))
                .isTrue();
        assertThat(process.exitValue()).as(Files.readString(errors)).isZero();
        return Files.readAllLines(output);
    }
}
