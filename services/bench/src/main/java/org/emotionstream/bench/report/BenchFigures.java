package org.emotionstream.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** BenchFigures of one round by name, in the order in which they were measured. */
public final class BenchFigures {
    /**
     * A figure.
     *
     * @param name for example {@code saturation.cpu.broker}
     * @param unit for example {@code ms/image}; empty for a plain number
     * @param value a finite number
     */
    public record Figure(String name, String unit, double value) {
        public Figure {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(name + " is a finite number, not " + value);
            }
        }
    }

    private final Map<String, Figure> byName = new LinkedHashMap<>();

    /**
     * Adds a figure.
     *
     * @return this
     * @throws IllegalArgumentException when there is one of this name, or the value is not finite
     */
    public BenchFigures add(String name, String unit, double value) {
        if (byName.putIfAbsent(name, new Figure(name, unit, value)) != null) {
            throw new IllegalArgumentException("there is a figure " + name + " already");
        }
        return this;
    }

    /** Adds all of these. */
    public BenchFigures addAll(BenchFigures others) {
        others.all().forEach(figure -> add(figure.name(), figure.unit(), figure.value()));
        return this;
    }

    /** All figures. */
    public List<Figure> all() {
        return new ArrayList<>(byName.values());
    }

    /** Whether there is a figure of this name. */
    public boolean has(String name) {
        return byName.containsKey(name);
    }

    /**
     * The value of a figure.
     *
     * @throws IllegalArgumentException when there is none of this name
     */
    public double value(String name) {
        Figure figure = byName.get(name);
        if (figure == null) {
            throw new IllegalArgumentException("there is no figure " + name + " among " + byName.keySet());
        }
        return figure.value();
    }
}
