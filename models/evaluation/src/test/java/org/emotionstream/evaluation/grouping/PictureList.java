package org.emotionstream.evaluation.grouping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emotionstream.contract.Emotion;
import org.emotionstream.evaluation.dataset.Dataset;
import org.emotionstream.evaluation.dataset.LabelledPicture;

/** A data set in memory, which counts how often a picture is read. */
final class PictureList implements Dataset {
    private final boolean drawsSplits;
    private final Map<LabelledPicture, byte[]> pictures = new LinkedHashMap<>();
    private final Map<String, byte[]> contents = new LinkedHashMap<>();
    private int reads;

    PictureList(boolean drawsSplits) {
        this.drawsSplits = drawsSplits;
    }

    PictureList add(String id, String split, String group, byte[] encoded) {
        pictures.put(
                new LabelledPicture(id, "test", split, Optional.of(Emotion.SAD), "sad", Optional.empty(), group),
                encoded);
        contents.put(id, encoded);
        return this;
    }

    /** How often a picture was read. */
    synchronized int reads() {
        return reads;
    }

    @Override
    public List<LabelledPicture> pictures() {
        return new ArrayList<>(pictures.keySet());
    }

    @Override
    public synchronized byte[] bytes(LabelledPicture picture) {
        reads++;
        return contents.get(picture.id());
    }

    @Override
    public String hash() {
        return "hash of " + pictures.keySet();
    }

    @Override
    public String labelsHash() {
        return "labels";
    }

    @Override
    public boolean drawsSplits() {
        return drawsSplits;
    }

    @Override
    public void close() {}
}
