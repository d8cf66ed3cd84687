/** Named figures, their rounds between two checkouts, and how both are printed. */
package org.emotionstream.bench.report;
