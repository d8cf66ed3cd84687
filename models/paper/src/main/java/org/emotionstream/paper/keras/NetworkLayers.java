package org.emotionstream.paper.keras;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which layer of a file does what in one of the four networks.
 *
 * @param convolutions in the order in which the picture goes through them
 * @param picture the dense layer on what is left of the picture
 * @param features the dense layer on the components
 * @param classes the dense layer on both
 * @param featuresFirst whether {@code classes} takes the features before the picture; ours takes the picture first
 */
record NetworkLayers(
        List<KerasLayer> convolutions,
        KerasLayer picture,
        KerasLayer features,
        KerasLayer classes,
        boolean featuresFirst) {
    private static final int DENSE = 2;
    private static final int CONVOLUTION = 4;

    NetworkLayers {
        convolutions = List.copyOf(convolutions);
    }

    /**
     * By order and shape, for a file that says nothing of its graph: convolutions in the order of the file; of
     * three dense layers the one with the fewest outputs gives the classes, and of the other two the one with
     * the most inputs sees the picture.
     *
     * @throws KerasException when there are not three dense layers
     */
    static NetworkLayers byShape(KerasFile file) {
        for (KerasLayer layer : file.layers()) {
            if (layer.rank() != DENSE && layer.rank() != CONVOLUTION) {
                throw file.refused("layer " + layer.name() + ": expected a convolution or a dense layer, found "
                        + layer.tensors());
            }
        }
        List<KerasLayer> dense = new ArrayList<>(file.layersOfRank(DENSE));
        if (dense.size() != 3) {
            throw file.refused("expected three dense layers (on picture, features and both), found "
                    + dense.stream().map(KerasLayer::name).toList());
        }
        KerasLayer classes =
                dense.stream().min(Comparator.comparingInt(KerasLayer::outputs)).orElseThrow();
        dense.remove(classes);
        dense.sort(Comparator.comparingInt(KerasLayer::inputs));
        return new NetworkLayers(file.layersOfRank(CONVOLUTION), dense.get(1), dense.get(0), classes, false);
    }

    /** Every layer, in the order of our architectures' parameters. */
    List<KerasLayer> all() {
        return Stream.concat(convolutions.stream(), Stream.of(picture, features, classes))
                .toList();
    }

    /** Every tensor, in the order of our architectures' parameters. */
    List<KerasTensor> tensors() {
        return all().stream().flatMap(layer -> layer.tensors().stream()).toList();
    }
}
