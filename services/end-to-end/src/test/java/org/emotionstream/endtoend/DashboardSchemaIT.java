package org.emotionstream.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard held against Grafana's own types, which npm brings: Grafana itself drops in silence what it does not know. */
class DashboardSchemaIT {
    @TempDir
    static Path work;

    @BeforeAll
    static void types() throws IOException, InterruptedException {
        Path node = CommandLineInterface.root().resolve("services/end-to-end/src/test/node/dashboard");
        try (Stream<Path> files = Files.list(node)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, work.resolve(file.getFileName()));
            }
        }
        Result installed = run("npm", "ci", "--prefer-offline", "--no-audit", "--no-fund");
        assumeTrue(installed.exitCode == 0, "npm cannot fetch Grafana's types here: " + installed.output);
    }

    @Test
    void hasNothingThatGrafanaDoesNotKnow() throws Exception {
        Result checked = run("node", "check.js", MonitoringFiles.dashboardFile().toString());
        assertThat(checked.exitCode).as(checked.output).isZero();
    }

    @Test
    void isRefusedWithAMisspeltField() throws Exception {
        ObjectNode dashboard = (ObjectNode) MonitoringFiles.dashboard();
        JsonNode first = dashboard.get("panels").get(1);
        ((ObjectNode) first.get("targets").get(0)).put("legendFromat", "");
        ((ObjectNode) first.get("options")).put("colorMode", "backgruond");
        ((ObjectNode) first.at("/fieldConfig/defaults")).put("unti", "s");
        Path wrong = work.resolve("wrong.json");
        new ObjectMapper().writeValue(wrong.toFile(), dashboard);
        Result checked = run("node", "check.js", wrong.toString());
        assertThat(checked.exitCode).isEqualTo(1);
        assertThat(checked.output).contains("legendFromat", "/options/colorMode", "unti");
    }

    private record Result(int exitCode, String output) {}

    private static Result run(String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(work, "output", ".txt");
        Process process = new ProcessBuilder(List.of(command))
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).as(command[0]).isTrue();
        return new Result(process.exitValue(), Files.readString(output));
    }
}
