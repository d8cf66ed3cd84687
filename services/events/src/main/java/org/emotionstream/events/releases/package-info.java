/**
 * How a chain goes from one release to the next while records flow, without mixing two in one picture.
 *
 * <p>One file names the release that is to serve. Every service loads it beside the one that serves and reports
 * on a small topic whether it holds it; when all do, the landmarker pins it, on the same topic. So a release
 * that only one service cannot use never serves, and the last good one is known after a restart of everything.
 */
package org.emotionstream.events.releases;
