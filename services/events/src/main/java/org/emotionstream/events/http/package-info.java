/** What the services answer by HTTP: health and metrics, and nothing that writes. */
package org.emotionstream.events.http;
