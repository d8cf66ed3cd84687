package org.emotionstream.evaluation.grouping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.emotionstream.evaluation.dataset.LabelledPicture;

/** Joins the groups that a data set has to larger ones. */
final class Groups {
    /** Raised when other pictures are joined. */
    static final String VERSION = "1";

    private Groups() {}

    /**
     * The group of each picture, named after the first, in the order of names, of the data set's own groups that
     * it joins.
     *
     * @param fingerprints of the pictures, in their order
     */
    static List<String> of(List<LabelledPicture> pictures, List<Fingerprint> fingerprints) {
        UnionFind groups = new UnionFind(pictures.size());
        joinEqual(pictures, LabelledPicture::group, groups);
        joinEqual(fingerprints, Fingerprint::pixels, groups);
        NearIdentical.join(fingerprints, groups);
        return names(pictures, groups);
    }

    private static <T> void joinEqual(List<T> all, Function<T, String> key, UnionFind groups) {
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            Integer earlier = first.putIfAbsent(key.apply(all.get(i)), i);
            if (earlier != null) {
                groups.join(earlier, i);
            }
        }
    }

    private static List<String> names(List<LabelledPicture> pictures, UnionFind groups) {
        Map<Integer, String> least = new HashMap<>();
        for (int i = 0; i < pictures.size(); i++) {
            String group = pictures.get(i).group();
            least.merge(groups.find(i), group, (one, other) -> one.compareTo(other) <= 0 ? one : other);
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < pictures.size(); i++) {
            names.add(least.get(groups.find(i)));
        }
        return names;
    }
}
