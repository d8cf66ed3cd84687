/** From what was learned to what is served: ONNX files, features.bin, head.json, release.json. */
package org.emotionstream.training.export;
