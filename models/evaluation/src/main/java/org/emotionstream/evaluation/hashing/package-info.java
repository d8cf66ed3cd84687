/** What things are told apart by, and drawn by. */
package org.emotionstream.evaluation.hashing;
