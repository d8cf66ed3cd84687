/**
 * What people can look at: {@link org.emotionstream.evaluation.report.ReportData} holds everything that a report
 * shows as plain numbers, {@link org.emotionstream.evaluation.report.ReportWriter} writes it as {@code report.json}
 * and as {@code report.html}, one file that needs no network, whose sections are templates among the resources.
 */
package org.emotionstream.evaluation.report;
