package org.emotionstream.features;

/** The outcome of measuring a face, before anything that was learned touches it. */
public sealed interface RawMeasurement permits RawFeatures, Measurement.Unmeasurable {}
