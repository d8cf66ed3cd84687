/** That a service is scaled by starting more of it: measured on the packaged processes. */
package org.emotionstream.endtoend.scaling;
