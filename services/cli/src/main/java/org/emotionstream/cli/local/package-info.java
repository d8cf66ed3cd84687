/** The commands of the chain that stays on this machine: up, status, scale, down, and the supervisor behind them. */
package org.emotionstream.cli.local;
