package org.emotionstream.cli.costs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.emotionstream.cli.costs.CostLine.Point;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.events.configuration.ServiceNames;

/**
 * Fits {@link ImageCosts} to a measurement.
 *
 * @param result of {@code bench}
 */
record CostsFit(BenchResult result) {
    private static final String BROKER = "broker";
    private static final String MEMORY = "memory.after.";
    private static final String BYTES_IN = "saturation.bytes-in";
    private static final String FACES = "steps.faces";
    private static final double MILLIS = 1_000;

    /** The seven services, and what sends and reads for the measurement. */
    private static final int CLIENTS = ServiceNames.ALL.size() + 1;

    /** The two rates at which a chain is measured. */
    private enum Load {
        SATURATION("saturation.throughput", "saturation.cpu."),
        HALF("half.rate", "half.cpu.");

        private final String rate;
        private final String cpu;

        Load(String rate, String cpu) {
            this.rate = rate;
            this.cpu = cpu;
        }
    }

    /** @throws CommandException when figures are missing */
    ImageCosts costs() {
        Map<String, CostLine> services = new LinkedHashMap<>();
        Map<String, Double> polling = new LinkedHashMap<>();
        Map<String, Double> megabytes = new LinkedHashMap<>();
        for (String service : ServiceNames.ALL) {
            CostLine overRate = overRate(service);
            services.put(service, new CostLine(overRate.slope() * MILLIS, face(service)));
            polling.put(service, overRate.fixed());
            megabytes.put(service, most(MEMORY + service));
        }
        megabytes.put(BROKER, most(MEMORY + BROKER));
        CostLine broker = broker();
        return new ImageCosts(
                result.origin(),
                step(CostSteps.DECODE, BenchPicture::decoded),
                step(CostSteps.FIND, BenchPicture::searched),
                services,
                polling,
                broker.slope() * MILLIS,
                broker.fixed() / CLIENTS,
                megabytes);
    }

    private CostLine step(String name, ToDoubleFunction<BenchPicture> quantity) {
        List<Point> points = new ArrayList<>();
        for (BenchPicture picture : BenchPicture.values()) {
            result.figure(picture.label(), name)
                    .ifPresent(cost -> points.add(new Point(quantity.applyAsDouble(picture), cost, cost)));
        }
        return line(name, points);
    }

    /** Milliseconds of one face in the steps of a service. */
    private double face(String service) {
        List<Point> points = new ArrayList<>();
        for (String input : result.figures().keySet()) {
            double cost = needed(input, CostSteps.ofFaces(service));
            points.add(new Point(needed(input, FACES), cost, cost));
        }
        return CostLine.proportional(points);
    }

    /** Cores that a service keeps busy beside its steps, over the rate. */
    private CostLine overRate(String service) {
        List<Point> points = new ArrayList<>();
        for (Load load : Load.values()) {
            for (String input : inputsWith(load.cpu + service)) {
                double rate = needed(input, load.rate);
                double cores = rate * needed(input, load.cpu + service) / MILLIS;
                double steps = rate * needed(input, CostSteps.of(service)) / MILLIS;
                points.add(new Point(rate, cores - steps, cores));
            }
        }
        return line(Load.SATURATION.cpu + service, points);
    }

    /** Cores that the broker keeps busy, over kilobytes of records a second. */
    private CostLine broker() {
        List<Point> points = new ArrayList<>();
        for (Load load : Load.values()) {
            for (String input : inputsWith(load.cpu + BROKER)) {
                double rate = needed(input, load.rate);
                double cores = rate * needed(input, load.cpu + BROKER) / MILLIS;
                points.add(new Point(rate * needed(input, BYTES_IN), cores, cores));
            }
        }
        return line(Load.SATURATION.cpu + BROKER, points);
    }

    private List<String> inputsWith(String name) {
        return result.figures().keySet().stream()
                .filter(input -> result.figure(input, name).isPresent())
                .toList();
    }

    private static CostLine line(String name, List<Point> points) {
        CommandException.check(
                points.stream().mapToDouble(Point::quantity).distinct().count() >= 2,
                "--costs: expected " + name + " at two rates and of two inputs of bench or more, found " + points.size()
                        + ": measure with ./emotionstream bench --json, without --kernels-only");
        return CostLine.fit(points);
    }

    private double needed(String input, String name) {
        OptionalDouble value = result.figure(input, name);
        CommandException.check(
                value.isPresent(), "--costs: expected " + name + " of the input " + input + ", found none");
        return value.getAsDouble();
    }

    private double needed(String input, List<String> names) {
        return names.stream().mapToDouble(name -> needed(input, name)).sum();
    }

    private double most(String name) {
        List<String> inputs = inputsWith(name);
        CommandException.check(
                !inputs.isEmpty(),
                "--costs: expected " + name + ", found no input with it: measure without --kernels-only");
        return inputs.stream().mapToDouble(input -> needed(input, name)).max().orElseThrow();
    }
}
