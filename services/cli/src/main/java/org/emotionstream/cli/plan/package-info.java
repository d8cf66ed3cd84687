/** {@code plan}: which cluster a rate of pictures needs, from what an image costs; starts nothing and asks no broker. */
package org.emotionstream.cli.plan;
