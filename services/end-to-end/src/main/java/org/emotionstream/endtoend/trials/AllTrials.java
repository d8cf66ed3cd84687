package org.emotionstream.endtoend.trials;

import java.awt.image.BufferedImage;
import java.util.List;

/** Every trial, the quick ones first. */
final class AllTrials {
    private AllTrials() {}

    /**
     * The trials of a run.
     *
     * @param run distinguishes it from every other one
     * @param portrait with one large face, upright
     */
    static List<Trial> of(String run, BufferedImage portrait) {
        Trials trials = new Trials(run);
        new PictureTrials(portrait).addTo(trials);
        new JpegTrials(portrait).addTo(trials);
        new OtherFormatTrials(portrait).addTo(trials);
        new EnvelopeTrials(portrait).addTo(trials);
        new NameTrials(portrait).addTo(trials);
        new TimeTrials(portrait).addTo(trials);
        CodecTrials.addTo(trials);
        new SizeTrials(portrait).addTo(trials);
        return trials.all();
    }
}
