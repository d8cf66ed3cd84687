package org.emotionstream.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadFileTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Where the subsets model-1 (an average) and model-1, model-2 (a dense layer) stand in the file. */
    private static final int SINGLE = 0;

    private static final int PAIR = 2;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void aWholeHead() throws IOException {
        file = folder.resolve(HeadFile.NAME);
        HeadFile.write(file, ReleaseFolder.identityHead());
    }

    @Test
    void readsWhatItWrote() throws IOException {
        assertThat(HeadFile.read(file)).isEqualTo(ReleaseFolder.identityHead());
        HeadFile.write(file, ReleaseFolder.tellingHead());
        assertThat(HeadFile.read(file)).isEqualTo(ReleaseFolder.tellingHead());
    }

    @Test
    void everySubsetIsThereOnce() throws IOException {
        refuses(
                head -> subsets(head).remove(PAIR),
                "subsets: expected each of the 15, found none for [[model-1, model-2]]");
        refuses(
                head -> subsets(head).set(PAIR, subsets(head).get(SINGLE).deepCopy()),
                "subsets[2].networks: expected each subset once, found [model-1] again");
        refuses(
                head -> ((ArrayNode) subset(head, PAIR).get("networks")).remove(0),
                "subsets[2].networks: expected each subset once, found [model-2] again");
        refuses(
                head -> ((ArrayNode) subset(head, SINGLE).get("networks")).set(0, "model-7"),
                "subsets[0].networks: expected some of [model-1, model-2, model-3, model-4] in this order, found [model-7]");
    }

    @Test
    void shapesAreChecked() throws IOException {
        refuses(
                head -> ((ArrayNode) subset(head, PAIR).get("weights")).remove(0),
                "subsets[2] [model-1, model-2] weights: expected 2 entries, found 1");
        refuses(
                head -> ((ArrayNode) subset(head, PAIR).at("/weights/1/3")).remove(0),
                "subsets[2] [model-1, model-2] weights[1][3]: expected 9 entries, found 8");
        refuses(
                head -> ((ArrayNode) subset(head, PAIR).get("biases")).add(1),
                "subsets[2] [model-1, model-2] biases: expected 9 entries, found 10");
    }

    @Test
    void numbersAreChecked() throws IOException {
        refuses(head -> head.put("minimumConfidence", 1), "minimumConfidence: expected a number in [0, 1), found 1.0");
        refuses(
                head -> subset(head, SINGLE).put("temperature", 0),
                "subsets[0] [model-1] temperature: expected a number in [0.01, 100.0], found 0.0");
        refuses(
                head -> ((ArrayNode) subset(head, SINGLE).get("weights")).set(0, 0.9),
                "subsets[0] [model-1] weights: expected a sum of 1, found 0.9");
        refuses(
                head -> ((ArrayNode) subset(head, PAIR).at("/weights/0/0")).setNull(4),
                "subsets[2] [model-1, model-2] weights[0][0]: expected finite numbers, found [2.0");
        refuses(
                head -> ((ArrayNode) subset(head, PAIR).get("biases"))
                        .set(4, JSON.getNodeFactory().numberNode(new java.math.BigDecimal("1e400"))),
                "biases: expected finite numbers, found [0.0, 0.0, 0.0, 0.0, Infinity");
        refuses(
                head -> {
                    ObjectNode pair = subset(head, PAIR);
                    pair.removeAll();
                    pair.put("kind", "average").put("temperature", 1);
                    pair.putArray("networks").add("model-1").add("model-2");
                    pair.putArray("weights").add(1.5).add(-0.5);
                },
                "subsets[2] [model-1, model-2] weights: expected none negative, found [1.5, -0.5]");
    }

    @Test
    void kindsAndFieldsAreChecked() throws IOException {
        refuses(head -> subset(head, SINGLE).put("kind", "mean"), "'mean'");
        refuses(head -> subset(head, SINGLE).remove("temperature"), "'temperature'");
        refuses(head -> head.remove("minimumConfidence"), "'minimumConfidence'");
    }

    @Test
    void doesNotWriteWhatItWouldNotRead() {
        Head none = new Head(0, java.util.List.of());
        assertThatThrownBy(() -> HeadFile.write(file, none)).isInstanceOf(ReleaseException.class);
    }

    private void refuses(Consumer<ObjectNode> change, String message) throws IOException {
        ObjectNode head = (ObjectNode) JSON.readTree(file.toFile());
        change.accept(head);
        Path changed = Files.writeString(folder.resolve("changed.json"), JSON.writeValueAsString(head));
        assertThatThrownBy(() -> HeadFile.read(changed))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining("changed.json")
                .hasMessageContaining(message);
    }

    private static ArrayNode subsets(ObjectNode head) {
        return (ArrayNode) head.get("subsets");
    }

    private static ObjectNode subset(ObjectNode head, int index) {
        return (ObjectNode) subsets(head).get(index);
    }
}
