/** Who may do what on the brokers: prints and applies the access rules, and sets passwords. */
package org.emotionstream.cli.access;
