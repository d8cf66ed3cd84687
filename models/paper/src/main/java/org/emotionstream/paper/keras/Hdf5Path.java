package org.emotionstream.paper.keras;

import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.util.Optional;

/** Finds what lies at a path below a group: jhdf's own way fails without a word for what is not there. */
final class Hdf5Path {
    private Hdf5Path() {}

    static Optional<Node> find(Group group, String path) {
        Node node = group;
        for (String name : path.split("/")) {
            if (!(node instanceof Group parent) || parent.getChild(name) == null) {
                return Optional.empty();
            }
            node = parent.getChild(name);
        }
        return Optional.of(node);
    }
}
