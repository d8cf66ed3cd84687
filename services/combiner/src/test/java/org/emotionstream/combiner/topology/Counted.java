package org.emotionstream.combiner.topology;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.streams.state.KeyValueIterator;

/** A store that counts the entries that are read from it one after the other. */
final class Counted {
    private Counted() {}

    /**
     * This store, which counts.
     *
     * @param type that the store has and the proxy gets
     * @param read is raised by one for each entry that an iterator of the store gives
     */
    static <S> S store(Class<? super S> type, S store, AtomicInteger read) {
        return proxy(type, store, read);
    }

    @SuppressWarnings("unchecked")
    private static <T> T proxy(Class<?> type, T of, AtomicInteger read) {
        return (T)
                Proxy.newProxyInstance(Counted.class.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> {
                    try {
                        Object result = method.invoke(of, given);
                        if (method.getName().equals("next")) {
                            read.incrementAndGet();
                        }
                        return result instanceof KeyValueIterator<?, ?> iterator
                                ? proxy(method.getReturnType(), iterator, read)
                                : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
