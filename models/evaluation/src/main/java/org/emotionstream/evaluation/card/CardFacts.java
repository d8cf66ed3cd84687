package org.emotionstream.evaluation.card;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emotionstream.contract.Release;
import org.emotionstream.evaluation.history.AnswerScores;

/**
 * What a model card says besides what was measured of the release.
 *
 * @param id of the release
 * @param tile how tiles are cut
 * @param networks that serve, model-1 to model-4
 * @param made what it was made of and how, by name, in the order in which it is shown
 * @param rebuild the command that makes it again
 * @param chosenOn in one sentence: which faces chose epochs and head
 * @param chosen scores on these faces, by the name of the model
 * @param dataNotice what the data set says about its sources and terms, if it says anything
 */
public record CardFacts(
        String id,
        Release.TileSettings tile,
        List<NetworkFact> networks,
        Map<String, String> made,
        String rebuild,
        String chosenOn,
        Map<String, AnswerScores> chosen,
        Optional<String> dataNotice) {
    /**
     * One network.
     *
     * @param name for example {@code model-1}
     * @param parameters how many numbers it has learned
     * @param epoch whose weights it has
     * @param epochs how many there were
     */
    public record NetworkFact(String name, long parameters, int epoch, int epochs) {}
}
