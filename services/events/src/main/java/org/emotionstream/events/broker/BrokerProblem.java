package org.emotionstream.events.broker;

/**
 * Why clients cannot work with a broker.
 *
 * @param kind of obstacle
 * @param sentence with address, cause and, where a setting mends it, the setting; without a full stop
 * @param cause alone, such as {@code connection refused}; the sentence where it is not told from it
 */
public record BrokerProblem(Kind kind, String sentence, String cause) {
    /** One whose cause is its sentence. */
    BrokerProblem(Kind kind, String sentence) {
        this(kind, sentence, sentence);
    }

    /** Kinds of obstacles. */
    public enum Kind {
        /** Nobody listens there, or the way there is closed. */
        UNREACHABLE,
        /** No such host. */
        UNKNOWN_HOST,
        /** It speaks something else. */
        NOT_KAFKA,
        /** TLS on one side only, or a certificate that is not trusted. */
        TLS,
        /** It wants a user, or another one. */
        REFUSED,
        /** It takes connections and does not answer. */
        SILENT,
        /** It sends clients to an address that cannot be reached. */
        ADVERTISED,
        /** A setting of the client is wrong. */
        SETTING
    }

    /** Whether it is about who we are and what we are told: waiting does not change it. */
    public boolean isRefusal() {
        return kind == Kind.REFUSED || kind == Kind.TLS || kind == Kind.SETTING;
    }

    /** Whether it may pass by itself, as that of a broker that starts does. */
    public boolean mayPass() {
        return kind == Kind.UNREACHABLE || kind == Kind.UNKNOWN_HOST || kind == Kind.SILENT || kind == Kind.ADVERTISED;
    }
}
