/** Options that commands of several packages share. */
package org.emotionstream.cli.options;
