/**
 * The faces that were found in pictures, kept on disk so that no later training, and no training that was
 * interrupted, searches for them again: {@link org.emotionstream.training.faces.FoundFaces}, by
 * {@link org.emotionstream.training.faces.FaceKey}s that hold everything the result depends on.
 */
package org.emotionstream.training.faces;
