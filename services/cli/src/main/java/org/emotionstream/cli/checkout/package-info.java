/** The folders of the checkout that the command line belongs to. */
package org.emotionstream.cli.checkout;
