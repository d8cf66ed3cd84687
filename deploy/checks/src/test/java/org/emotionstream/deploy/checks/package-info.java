/**
 * Checks the manifests as a cluster would get them: each overlay is rendered, each object read into the type of its
 * API, and then each {@link org.emotionstream.deploy.checks.Rule} asks whether names agree throughout.
 */
package org.emotionstream.deploy.checks;
