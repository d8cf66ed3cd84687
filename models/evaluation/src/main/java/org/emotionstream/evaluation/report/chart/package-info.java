/**
 * Charts as inline SVG, and what tables of intervals show. All markup is well-formed XML too. Colours come from the
 * style sheet's classes, so that charts are readable in light and dark; what colours tell, dashes and marks
 * tell too.
 */
package org.emotionstream.evaluation.report.chart;
