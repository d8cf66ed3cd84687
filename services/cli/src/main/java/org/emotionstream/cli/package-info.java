/**
 * The command line: {@link org.emotionstream.cli.Main} and, below it, one package a theme with its commands. No package
 * imports one that imports it. Results go to standard output, everything else to standard error.
 */
package org.emotionstream.cli;
