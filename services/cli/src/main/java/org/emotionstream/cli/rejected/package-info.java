/**
 * What was rejected, as it lies on images.rejected: listed, looked at, and sent to images.raw once more. What is
 * sent again, and what is left and why, is decided by a plain class ({@link
 * org.emotionstream.cli.rejected.ReplayPlan}).
 */
package org.emotionstream.cli.rejected;
