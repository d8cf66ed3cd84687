/** From what was learned to what is served: ONNX files, release.json, the model card. */
package org.emotionstream.training.export;
