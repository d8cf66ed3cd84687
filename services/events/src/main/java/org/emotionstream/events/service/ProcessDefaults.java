package org.emotionstream.events.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.emotionstream.contract.nativelibraries.NativeFolder;

/**
 * What a service sets for its own process before anything else, so that a start by {@code java -jar} needs no flags
 * for it. System properties that an operator has set win.
 */
final class ProcessDefaults {
    /** By which the log manager learns the name of this machine; without it, it asks the name service. */
    static final String HOST_NAME = "jboss.qualified.host.name";

    /** Where dlib, OpenCV and the codecs of records are unpacked to; without it, in the user's home or in /tmp. */
    static final String UNPACKED = "org.bytedeco.javacpp.cachedir";

    private static final Path KERNEL_HOST_NAME = Path.of("/proc/sys/kernel/hostname");

    private ProcessDefaults() {}

    /** Sets what is not set yet; before the first line is logged. */
    static void apply() {
        if (System.getProperty(HOST_NAME) == null) {
            System.setProperty(HOST_NAME, hostName());
        }
        if (System.getProperty(UNPACKED) == null) {
            System.setProperty(UNPACKED, NativeFolder.of("javacpp", 0).path().toString());
        }
    }

    /** The kernel's own name for this machine, for which nobody is asked. */
    private static String hostName() {
        try {
            return Files.readString(KERNEL_HOST_NAME, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "localhost";
        }
    }
}
