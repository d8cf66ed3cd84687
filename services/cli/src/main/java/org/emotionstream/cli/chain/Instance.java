package org.emotionstream.cli.chain;

/**
 * Which process of a service: the first is called as the service, the second {@code featurizer.2}.
 *
 * @param service for example {@code cnn-worker-model-1}
 * @param number from 1
 */
public record Instance(String service, int number) {
    private static final char SEPARATOR = '.';

    /** The one of this name. */
    public static Instance of(String name) {
        int at = name.indexOf(SEPARATOR);
        return at < 0
                ? new Instance(name, 1)
                : new Instance(name.substring(0, at), Integer.parseInt(name.substring(at + 1)));
    }

    /** Its name. */
    public String name() {
        return number == 1 ? service : service + SEPARATOR + number;
    }
}
