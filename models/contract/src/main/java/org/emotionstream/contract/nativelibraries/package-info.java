/**
 * Where native libraries lie unpacked, and why one of them cannot be loaded.
 *
 * <p>The libraries come packed in jars and are unpacked once into one folder, {@link
 * org.emotionstream.contract.nativelibraries.NativeFolder}, which all processes and all starts share.
 */
package org.emotionstream.contract.nativelibraries;
