/**
 * Whether a release is what it was when it was written, and answers as it did then: hashes, shapes, the contract
 * of its networks, and outputs on seeded random inputs, which are recorded in the release itself.
 */
package org.emotionstream.evaluation.verification;
