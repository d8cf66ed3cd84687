package org.emotionstream.events.service;

/** The state of a service for its health checks. A broker that is away changes nothing for liveness: no restart helps. */
public interface Health {
    /**
     * One answer.
     *
     * @param up whether all is well
     * @param why not, or what is to be known though all is well, or {@code "ok"}
     */
    record Answer(boolean up, String why) {
        /** All is well, and there is nothing to know. */
        public static final Answer OK = new Answer(true, "ok");

        /** Something is not well, and what. */
        public static Answer down(String why) {
            return new Answer(false, why);
        }
    }

    /** Whether it is at work; when it is not, a restart helps. */
    Answer live();

    /** Whether records are served now. */
    Answer ready();
}
