/** How a network learns: batches, AdamW, the rate's schedule, the average of weights, the choice of the epoch. */
package org.emotionstream.training.optimisation;
