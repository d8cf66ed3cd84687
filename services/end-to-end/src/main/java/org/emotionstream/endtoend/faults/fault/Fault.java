package org.emotionstream.endtoend.faults.fault;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.emotionstream.endtoend.faults.stream.KnownStream;

/** Something that breaks while a stream is under way. */
public interface Fault {
    /** The words of the class's name with hyphens, such as {@code killed-in-turn}: for people and for {@code --only}. */
    default String name() {
        return getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** Whether it lasts longer than the deadline of the combiner, so that answers in part are right. */
    default boolean isLongerThanDeadline() {
        return false;
    }

    /** Whether it lasts longer than the horizon, so that pictures may expire, and some never be made whole. */
    default boolean isLongerThanHorizon() {
        return false;
    }

    /** Whether more than one release answers. */
    default boolean rollsReleases() {
        return false;
    }

    /** What is sent meanwhile, of these pictures. */
    default KnownStream stream(List<byte[]> pictures) {
        return new KnownStream(name(), pictures);
    }

    /** How many records of it are sent each second. */
    default int perSecond(Scale scale) {
        return scale.perSecond();
    }

    /** A chain with settings of its own, where it needs one. */
    default Optional<OwnChain> ownChain() {
        return Optional.empty();
    }

    /** Why it cannot be tried on this machine; empty when it can. */
    default Optional<String> obstacle() {
        return Optional.empty();
    }

    /**
     * Breaks things, and mends them before it returns.
     *
     * @param injections notes each time
     */
    void inject(Scene scene, Injections injections) throws InterruptedException;
}
