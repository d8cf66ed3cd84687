package org.emotionstream.cli.plan;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.emotionstream.cli.costs.ImageCosts;
import org.emotionstream.cli.options.SmallestFaceOption;
import org.emotionstream.cli.terminal.Console;
import org.emotionstream.cli.terminal.ExitCodes;
import org.emotionstream.cli.terminal.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plan}: plans a cluster. */
@Command(
        name = "plan",
        description = "Compute the instances, partitions, brokers, network, disks and memory that a rate of pictures "
                + "needs, from what an image costs, and name where the design ends. Starts nothing and asks no broker.",
        footer = {"", ExitCodes.HELP})
public final class PlanCommand implements Callable<Integer> {
    private static final int USUAL_SMALLEST_FACE = 80;

    @Option(
            names = "--rate",
            paramLabel = "IMAGES_PER_SECOND",
            required = true,
            description = "Images a second, at the busiest time.")
    private double rate;

    @Option(names = "--width", paramLabel = "PIXELS", required = true, description = "Width of a picture.")
    private int width;

    @Option(names = "--height", paramLabel = "PIXELS", required = true, description = "Height of a picture.")
    private int height;

    @Option(names = "--faces", paramLabel = "COUNT", required = true, description = "Faces of a picture, on average.")
    private double faces;

    @Option(
            names = "--image-bytes",
            paramLabel = "BYTES",
            description = "Size of an encoded picture (default: a quarter of a byte for each pixel).")
    private Optional<Long> imageBytes = Optional.empty();

    @Mixin
    private SmallestFaceOption smallestFace;

    @Mixin
    private Assumptions assumptions;

    @Option(
            names = "--costs",
            paramLabel = "FILE",
            description = "What ./emotionstream bench --json has printed on your machine (default: what was measured "
                    + "for this release).")
    private Optional<Path> costs = Optional.empty();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        Console console = Console.ofProcess();
        ImageLoad load = new ImageLoad(
                rate,
                width,
                height,
                faces,
                smallestFace.orElse(USUAL_SMALLEST_FACE),
                imageBytes.orElseGet(() -> ImageLoad.usualBytes(width, height)));
        ClusterPlan plan = ClusterPlan.of(load, assumptions.checked(), ImageCosts.of(costs));
        if (json) {
            console.result(Json.line(plan));
        } else {
            new PlanText(console).print(plan);
        }
        return ExitCodes.OK;
    }
}
