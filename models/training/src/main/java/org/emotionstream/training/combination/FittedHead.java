package org.emotionstream.training.combination;

import java.util.List;
import org.emotionstream.contract.Head;
import org.emotionstream.evaluation.calibration.JudgedAnswer;
import org.emotionstream.evaluation.history.HeadReport;

/**
 * A head, and what is known of it.
 *
 * @param head as a release holds it
 * @param report what it was chosen from, and how well that did
 * @param answers what the head for all four networks answers, cross-fitted, in the order of the faces it was
 *     fitted to: to compare it with its networks
 */
public record FittedHead(Head head, HeadReport report, List<JudgedAnswer> answers) {
    public FittedHead {
        answers = List.copyOf(answers);
    }
}
