package org.emotionstream.cli.plan;

import java.util.List;
import org.emotionstream.cli.costs.CostLine;
import org.emotionstream.cli.costs.ImageCosts;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.events.configuration.ServiceNames;

/**
 * What one service needs for a load, whatever the number of partitions.
 *
 * @param service its name
 * @param cores that its images keep busy
 * @param polling that each instance keeps busy beside its images, in cores
 * @param instances at the wanted utilisation
 * @param because the parts of what an image costs it
 */
record ServiceNeed(String service, double cores, double polling, int instances, String because) {
    private static final int LEAST = 2;
    private static final int LEAST_COMBINERS = 3;
    private static final double MILLIS = 1_000;
    private static final double PERCENT = 100;

    /** The needs of all services, in flow order. */
    static List<ServiceNeed> of(ImageLoad load, Assumptions assumptions, ImageCosts costs) {
        return ServiceNames.ALL.stream()
                .map(service -> of(service, load, assumptions, costs))
                .toList();
    }

    private static ServiceNeed of(String service, ImageLoad load, Assumptions assumptions, ImageCosts costs) {
        CostLine line = costs.services().get(service);
        double millis = line.at(load.faces());
        String because = Numbers.of(line.fixed()) + " for messages, " + Numbers.of(line.slope() * load.faces())
                + " for " + Numbers.plain(load.faces()) + " faces";
        if (service.equals(ServiceNames.LANDMARKER)) {
            double decode = costs.decode().at(load.decoded());
            double find = costs.find().at(load.searched());
            millis += decode + find;
            because = Numbers.of(decode) + " to decode " + Numbers.of(load.decoded()) + " Mpx, " + Numbers.of(find)
                    + " to search " + Numbers.of(load.searched()) + " Mpx, " + because;
        }
        double cores = load.rate() * millis / MILLIS;
        double loop = load.rate() * line.fixed() / MILLIS;
        double polling = costs.polling().get(service);
        int needed = Math.max(
                Numbers.parts(cores, free(assumptions.coresPerInstance(), assumptions, polling)),
                // One thread of an instance reads, sends and commits.
                Numbers.parts(loop, free(1, assumptions, polling)));
        return new ServiceNeed(
                service,
                cores,
                polling,
                Math.max(least(service), needed),
                Numbers.of(millis) + " ms an image: " + because + "; " + Numbers.of(polling)
                        + " cores an instance for polling");
    }

    /** What an instance has for images. */
    private static double free(int cores, Assumptions assumptions, double polling) {
        double free = cores * assumptions.utilisation() - polling;
        CommandException.check(
                free > 0,
                "--utilisation: expected more than the " + Numbers.of(polling)
                        + " cores that an instance needs for polling, found " + Numbers.of(free + polling));
        return free;
    }

    private static int least(String service) {
        return service.equals(ServiceNames.COMBINER) ? LEAST_COMBINERS : LEAST;
    }

    /** The instances with the partitions that all topics have. */
    ServicePlan with(Partitions partitions, int coresPerInstance, ServiceMemory memory) {
        return new ServicePlan(
                service,
                instances,
                cores + instances * polling,
                PERCENT * (cores * partitions.largestShare(instances) + polling) / coresPerInstance,
                memory.of(service),
                because);
    }
}
