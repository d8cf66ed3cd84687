package org.emotionstream.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** What makes one answer when exactly these networks have answered. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SubsetHead.Average.class, name = "average"),
    @JsonSubTypes.Type(value = SubsetHead.Logarithmic.class, name = "logarithmic"),
    @JsonSubTypes.Type(value = SubsetHead.Dense.class, name = "dense")
})
public sealed interface SubsetHead {
    /** The networks that have answered, in the order of {@link NetworkSubsets#NETWORKS}; one to four. */
    List<String> networks();

    /**
     * {@code softmax(ln(sum of w_m p_m) / temperature)}: the weighted mean of the distributions, made
     * flatter (above 1) or steeper (below 1). The most probable class of the mean stays the most probable
     * one. Equal weights are the plain average, one weight of 1 is one network alone.
     *
     * @param networks whose answers are combined
     * @param weights one a network; none negative, their sum 1
     * @param temperature in [0.01, 100]; 1 leaves the mean as it is, bit by bit
     */
    record Average(List<String> networks, List<Double> weights, double temperature) implements SubsetHead {
        /** One network, or the plain average of several, its probabilities as they are. */
        public static Average plain(List<String> networks) {
            return new Average(
                    networks,
                    networks.stream().map(network -> 1.0 / networks.size()).toList(),
                    1);
        }
    }

    /**
     * {@code softmax(biases + sum of W_m p_m)}: a dense layer over the distributions side by side. The
     * paper's layer over their sum (section 3.4) is the case of equal {@code W_m}.
     *
     * @param networks whose answers are combined
     * @param weights {@code [networks][9 outputs][9 inputs]}
     * @param biases {@code [9 outputs]}
     */
    record Dense(List<String> networks, List<List<List<Double>>> weights, List<Double> biases) implements SubsetHead {}

    /**
     * {@code softmax(biases + sum of W_m ln max(p_m, }{@value #LEAST_PROBABILITY}{@code ))}: as {@link Dense}, but
     * over logarithms. With matrices that are multiples of the identity it is the logarithmic opinion pool
     * (Genest and Zidek 1986): the product of the distributions, each to a power of its own.
     *
     * @param networks whose answers are combined
     * @param weights {@code [networks][9 outputs][9 inputs]}
     * @param biases {@code [9 outputs]}
     */
    record Logarithmic(List<String> networks, List<List<List<Double>>> weights, List<Double> biases)
            implements SubsetHead {
        /** What a network holds for less probable than this is as good as impossible to it, and no more than that. */
        public static final double LEAST_PROBABILITY = 1e-4;

        /** What the matrices are applied to. */
        public static double logarithm(double probability) {
            return StrictMath.log(Math.max(probability, LEAST_PROBABILITY));
        }
    }
}
