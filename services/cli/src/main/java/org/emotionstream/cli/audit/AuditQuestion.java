package org.emotionstream.cli.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is asked.
 *
 * @param since pictures that entered before are not judged; empty for all that the topics keep
 * @param openLongerThan what is open for longer is a finding
 * @param most how many findings are listed one by one; all are counted
 * @param now the time of the question
 */
public record AuditQuestion(Optional<Instant> since, Duration openLongerThan, int most, Instant now) {}
