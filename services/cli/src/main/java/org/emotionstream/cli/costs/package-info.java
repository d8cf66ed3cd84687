/** What an image costs each service, fitted to what {@code ./emotionstream bench} has measured. */
package org.emotionstream.cli.costs;
