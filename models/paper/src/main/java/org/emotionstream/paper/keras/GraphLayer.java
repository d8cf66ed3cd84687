package org.emotionstream.paper.keras;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * One layer as {@code model_config} describes it.
 *
 * @param name unique in its model
 * @param type Keras's class, for example {@code Conv2D}
 * @param config its settings
 * @param inputs the layers whose outputs it takes, in order; none for an input
 */
record GraphLayer(String name, String type, JsonNode config, List<String> inputs) {
    GraphLayer {
        inputs = List.copyOf(inputs);
    }

    boolean is(String keras) {
        return type.equals(keras);
    }

    @Override
    public String toString() {
        return name + " (" + type + ")";
    }
}
