package org.emotionstream.paper.keras;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Names what in a layer's settings is not as the paper's networks have it; nothing when all is. */
final class StepSettings {
    private static final List<String> ONES = List.of("[1,1]", "1", "");
    private static final List<String> VALID = List.of("\"valid\"", "");
    private static final List<String> CHANNELS_LAST = List.of("\"channels_last\"", "\"default\"", "");
    private static final List<String> TRUE = List.of("true", "");
    private static final List<String> NONE = List.of("0", "0.0", "");

    private StepSettings() {}

    static String ofConvolution(JsonNode config) {
        return unusual(config, "strides", ONES)
                + unusual(config, "padding", VALID)
                + unusual(config, "data_format", CHANNELS_LAST)
                + unusual(config, "dilation_rate", ONES)
                + unusual(config, "groups", ONES)
                + unusual(config, "use_bias", TRUE);
    }

    static String ofPool(JsonNode config) {
        return unusual(config, "strides", List.of(text(config.path("pool_size")), ""))
                + unusual(config, "padding", VALID)
                + unusual(config, "data_format", CHANNELS_LAST);
    }

    static String ofFlatten(JsonNode config) {
        return unusual(config, "data_format", CHANNELS_LAST);
    }

    static String ofDense(JsonNode config) {
        return unusual(config, "use_bias", TRUE);
    }

    static String ofRelu(JsonNode config) {
        return unusual(config, "max_value", List.of(""))
                + unusual(config, "negative_slope", NONE)
                + unusual(config, "threshold", NONE);
    }

    private static String unusual(JsonNode config, String setting, List<String> usual) {
        String value = text(config.path(setting));
        return usual.contains(value) ? "" : " with " + setting + " " + value;
    }

    /** As JSON; nothing for null and for what is not there. */
    private static String text(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? "" : value.toString();
    }
}
