/**
 * What is watched for drift, in training and in serving by the same code: a few measures of each face, in
 * buckets, and the shares of these buckets that a release had on the data that it was measured on.
 */
package org.emotionstream.contract.drift;
