package org.emotionstream.cli.costs;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.emotionstream.cli.terminal.CommandException;

/**
 * What an image costs each process, in milliseconds of one core, and what each process holds in memory.
 *
 * <p>The figures come from {@code bench}. Decoding is a line over decoded megapixels ({@code steps.decode}), and finding one
 * over searched megapixels ({@code steps.find-faces}: the detector's pyramid has a fixed share of their area). A face costs
 * each service its other {@code steps}, in proportion to {@code steps.faces}. What a service keeps busy beside its steps is
 * measured at two rates for each input ({@code saturation.cpu} and {@code half.cpu}): its line over the rate has as slope
 * what an image costs in messages, and as fixed part what an instance costs whatever its rate, called polling here. The
 * broker is a line over kilobytes of records a second, whose fixed part is divided among the clients that it had. Each line
 * has the least squares of relative errors over all inputs, and no negative part.
 *
 * @param origin time, commit and machine of the measurement
 * @param decode over megapixels
 * @param find over megapixels of the searched picture
 * @param services over faces, by the name of the service; that of the landmarker without decoding and finding
 * @param polling what each instance keeps busy beside its images, in cores, by service
 * @param brokerKilobyte what a kilobyte of records costs a broker, one copy, its readers included
 * @param brokerPolling what each client keeps busy on the brokers beside images, in cores
 * @param megabytes of memory by process, after load
 */
public record ImageCosts(
        String origin,
        CostLine decode,
        CostLine find,
        Map<String, CostLine> services,
        Map<String, Double> polling,
        double brokerKilobyte,
        double brokerPolling,
        Map<String, Double> megabytes) {
    public ImageCosts {
        services = Map.copyOf(services);
        polling = Map.copyOf(polling);
        megabytes = Map.copyOf(megabytes);
    }

    /**
     * The costs of a measurement.
     *
     * @param file the output of {@code bench --json}; empty for what was measured when this program was released
     * @throws CommandException when the file does not have the figures that are needed, with what to do
     */
    public static ImageCosts of(Optional<Path> file) {
        return new CostsFit(file.map(BenchResult::read).orElseGet(BenchResult::released)).costs();
    }
}
