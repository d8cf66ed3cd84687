/**
 * What every user of ONNX Runtime needs: its native library, unpacked once for all processes into {@link
 * org.emotionstream.contract.nativelibraries.NativeFolder}; and the fields of an ONNX file, to change a few of them.
 */
package org.emotionstream.onnx;
