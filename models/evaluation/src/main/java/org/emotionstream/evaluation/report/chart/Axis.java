package org.emotionstream.evaluation.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * From values to pixels.
 *
 * @param low the least value, at pixel {@code from}
 * @param high the greatest value, at pixel {@code to}
 * @param from pixel
 * @param to pixel; less than {@code from} for an axis that points upwards
 */
record Axis(double low, double high, double from, double to) {
    private static final int TICKS = 5;
    private static final double LEAST_RANGE = 0.01;

    Axis {
        if (!(low < high)) {
            throw new IllegalArgumentException("expected an axis that rises, found " + low + " to " + high);
        }
    }

    /** An axis that holds all these values, its ends on round numbers. */
    static Axis around(DoubleStream values, double from, double to) {
        double[] all = values.filter(Double::isFinite).toArray();
        double least = DoubleStream.of(all).min().orElse(0);
        double greatest = DoubleStream.of(all).max().orElse(1);
        if (greatest - least < LEAST_RANGE) {
            least -= LEAST_RANGE / 2;
            greatest += LEAST_RANGE / 2;
        }
        double step = step(greatest - least);
        return new Axis(Math.floor(least / step) * step, Math.ceil(greatest / step) * step, from, to);
    }

    /** Where this value lies, kept between the ends. */
    public double at(double value) {
        double kept = Math.max(low, Math.min(high, value));
        return from + (kept - low) / (high - low) * (to - from);
    }

    /** Round values between the ends, both included when they are round. */
    public List<Double> ticks() {
        double step = step(high - low);
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + 1e-9 * step; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /** A value as it stands beside its tick. */
    public String label(double tick) {
        double step = step(high - low);
        int decimals = (int) Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
        String label = String.format(Locale.ROOT, "%." + decimals + "f", tick);
        return label.matches("-0(\\.0+)?") ? label.substring(1) : label;
    }

    /** 1, 2 or 5 times a power of ten, so that a few ticks fit. */
    private static double step(double range) {
        double raw = range / TICKS;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double first = raw / power;
        return power * (first <= 1 ? 1 : first <= 2 ? 2 : first <= 5 ? 5 : 10);
    }
}
