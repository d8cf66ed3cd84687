package org.emotionstream.training.combination;

/** A smooth function to be made small. */
interface Objective {
    /**
     * Its value at these unknowns.
     *
     * @param gradient set to the derivatives there, as many as unknowns
     */
    double at(double[] unknowns, double[] gradient);
}
