package org.emotionstream.events.logging;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** What an exception and its causes say, on one line: Kafka's clients put the reason into the innermost. */
public final class Causes {
    private static final int MOST = 10;

    private Causes() {}

    /** The messages of this exception and of its causes, outermost first, each once; the name of a class without one. */
    public static String inWords(Throwable exception) {
        Set<String> messages = new LinkedHashSet<>();
        Throwable cause = exception;
        for (int depth = 0; cause != null && depth < MOST; depth++, cause = cause.getCause()) {
            if (cause.getCause() == null || !isWrapper(cause)) {
                add(words(cause), messages);
            }
        }
        return String.join(": ", messages);
    }

    /** An exception that only carries another one between threads. */
    private static boolean isWrapper(Throwable exception) {
        return exception instanceof ExecutionException || exception instanceof CompletionException;
    }

    /** Many exceptions repeat the message of their cause, with its class before it. */
    private static void add(String words, Set<String> messages) {
        if (messages.stream().noneMatch(message -> message.contains(words))) {
            messages.add(words);
        }
    }

    private static String words(Throwable exception) {
        String message = exception.getMessage();
        boolean isEmpty = message == null || message.isBlank();
        return isEmpty
                ? exception.getClass().getSimpleName()
                : message.strip().replaceAll("\\s+", " ").replaceAll("[.:]$", "");
    }
}
