/** The pictures that are sent: made from dlib's example photographs, the same bytes every time. */
package org.emotionstream.bench.inputs;
