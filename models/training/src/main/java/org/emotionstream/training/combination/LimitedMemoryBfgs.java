package org.emotionstream.training.combination;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.ToDoubleBiFunction;

/**
 * Minimises by L-BFGS (Nocedal and Wright 2006, algorithms 7.4 and 7.5) with a backtracking line search.
 * Only sums and products in a fixed order: the same on every machine.
 */
final class LimitedMemoryBfgs {
    private static final int MEMORY = 10;
    private static final int ITERATIONS = 200;
    private static final int HALVINGS = 40;
    private static final double SUFFICIENT = 1e-4;
    private static final double RELATIVE_DECREASE = 1e-9;

    private final ToDoubleBiFunction<double[], double[]> objective;
    private final Deque<Change> changes = new ArrayDeque<>();

    private record Change(double[] step, double[] gradient, double product) {}

    private LimitedMemoryBfgs(ToDoubleBiFunction<double[], double[]> objective) {
        this.objective = objective;
    }

    /**
     * Moves these unknowns to a minimum.
     *
     * @param objective a smooth function: its value at unknowns; it sets its second argument, as long as these, to the
     *     derivatives there
     */
    static void minimise(ToDoubleBiFunction<double[], double[]> objective, double[] unknowns) {
        new LimitedMemoryBfgs(objective).run(unknowns);
    }

    private void run(double[] unknowns) {
        double[] gradient = new double[unknowns.length];
        double value = objective.applyAsDouble(unknowns, gradient);
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            double[] before = unknowns.clone();
            double[] gradientBefore = gradient.clone();
            double next = search(unknowns, gradient, value);
            if (!(next < value)) {
                System.arraycopy(before, 0, unknowns, 0, unknowns.length);
                return;
            }
            remember(before, gradientBefore, unknowns, gradient);
            if (value - next < RELATIVE_DECREASE * Math.max(1, Math.abs(next))) {
                return;
            }
            value = next;
        }
    }

    /** Goes down along the direction; what is found, and the gradient there, replace the arguments. */
    private double search(double[] unknowns, double[] gradient, double value) {
        double[] start = unknowns.clone();
        double[] direction = direction(gradient);
        double slope = dot(direction, gradient);
        double step = changes.isEmpty() ? 1 / Math.max(1, Math.sqrt(dot(gradient, gradient))) : 1;
        double found = value;
        for (int halving = 0; halving < HALVINGS; halving++) {
            for (int i = 0; i < unknowns.length; i++) {
                unknowns[i] = start[i] + step * direction[i];
            }
            found = objective.applyAsDouble(unknowns, gradient);
            if (found <= value + SUFFICIENT * step * slope) {
                return found;
            }
            step /= 2;
        }
        return found;
    }

    private double[] direction(double[] gradient) {
        double[] direction = new double[gradient.length];
        add(direction, -1, gradient);
        double[] shares = new double[changes.size()];
        int i = changes.size();
        for (Iterator<Change> newest = changes.descendingIterator(); newest.hasNext(); ) {
            Change change = newest.next();
            shares[--i] = dot(change.step(), direction) / change.product();
            add(direction, -shares[i], change.gradient());
        }
        if (!changes.isEmpty()) {
            Change last = changes.getLast();
            double scale = last.product() / dot(last.gradient(), last.gradient());
            add(direction, scale - 1, direction);
        }
        for (Change change : changes) {
            double share = dot(change.gradient(), direction) / change.product();
            add(direction, shares[i++] - share, change.step());
        }
        return direction;
    }

    private void remember(double[] before, double[] gradientBefore, double[] unknowns, double[] gradient) {
        double[] step = unknowns.clone();
        add(step, -1, before);
        double[] difference = gradient.clone();
        add(difference, -1, gradientBefore);
        double product = dot(step, difference);
        if (product > 0) {
            changes.addLast(new Change(step, difference, product));
            if (changes.size() > MEMORY) {
                changes.removeFirst();
            }
        }
    }

    private static void add(double[] to, double factor, double[] what) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * what[i];
        }
    }

    private static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }
}
