/** Standard output, standard error and exit codes of every command. */
package org.emotionstream.cli.terminal;
