package org.emotionstream.paper.keras;

import io.jhdf.api.Attribute;
import io.jhdf.api.Group;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lists of names that Keras keeps in attributes. One that is too long for an object's header (64 kB) is
 * cut into {@code name0}, {@code name1} and so on.
 */
record Hdf5Names(Path file) {
    /** The names in this attribute; empty when there is no such attribute. */
    Optional<List<String>> of(Group group, String attribute) {
        if (group.getAttribute(attribute) != null) {
            return Optional.of(names(group, attribute));
        }
        List<String> all = new ArrayList<>();
        int part = 0;
        while (group.getAttribute(attribute + part) != null) {
            all.addAll(names(group, attribute + part));
            part++;
        }
        return part == 0 ? Optional.empty() : Optional.of(all);
    }

    private List<String> names(Group group, String name) {
        Attribute attribute = group.getAttribute(name);
        // Keras writes an empty list as an array of no 64-bit floats.
        if (attribute.isEmpty() || attribute.getSize() == 0) {
            return List.of();
        }
        Object data = attribute.getData();
        if (data instanceof String[] names) {
            return List.of(names);
        }
        if (data instanceof String single) {
            return List.of(single);
        }
        throw new KerasException(file + ": attribute " + name + " of " + group.getPath()
                + ": expected a list of names, found " + attribute.getJavaType());
    }
}
