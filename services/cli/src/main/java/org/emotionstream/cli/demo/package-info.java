/** The command {@code demo}: a whole chain for one run of pictures, and what it prints. */
package org.emotionstream.cli.demo;
