/** Compares the answers of a shadow release with those that were served: what is compared, and how it is told. */
package org.emotionstream.cli.shadow;
