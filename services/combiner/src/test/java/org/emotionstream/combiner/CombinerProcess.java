package org.emotionstream.combiner;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.emotionstream.events.configuration.ChainConfiguration;
import org.emotionstream.events.configuration.Settings;

/** The combiner in a process of its own, without its container, that a test can kill. */
final class CombinerProcess {
    private CombinerProcess() {}

    /** Starts one with these settings; its log goes to a file in this folder. */
    static Process start(Path folder, Map<String, String> settings) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.io.tmpdir=" + folder));
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), CombinerProcess.class.getName()));
        File log = folder.resolve("combiner.log").toFile();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }

    /** Joins until it is stopped or killed. */
    public static void main(String[] arguments) {
        CombinerStreams combiner = new CombinerStreams(
                        Settings.read(ChainConfiguration.class, Map.of()),
                        Settings.read(CombinerConfiguration.class, Map.of()),
                        new SimpleMeterRegistry(),
                        failure -> Runtime.getRuntime().halt(1))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(combiner::close, "stop-combiner"));
    }
}
