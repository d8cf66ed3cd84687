package org.emotionstream.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.emotionstream.cli.audit.ImageTable.Narrow;
import org.emotionstream.cli.audit.ImageTable.Wide;
import org.emotionstream.cli.audit.Judgement.Standing;
import org.emotionstream.cli.records.RecordPlace;
import org.junit.jupiter.api.Test;

class ImageTableTest {
    @Test
    void rowsAreFoundAgainAlsoWhereHashesCollideInTheIndex() {
        ImageTable table = new ImageTable();
        int count = 200_000;
        for (int i = 0; i < count; i++) {
            // Four of each low half, which the index goes by.
            int row = table.findOrAdd(i, low(i));
            table.set(row, Wide.RAW, -i);
            table.set(row, Narrow.BITS, i);
        }

        assertThat(table.rows()).isEqualTo(count);
        for (int i = 0; i < count; i += 997) {
            int row = table.find(i, low(i));
            assertThat(table.get(row, Wide.RAW)).isEqualTo(-i);
            assertThat(table.get(row, Narrow.BITS)).isEqualTo(i);
            assertThat(table.findOrAdd(i, low(i))).isEqualTo(row);
        }
        assertThat(table.find(count, 0)).isEqualTo(-1);
    }

    private static long low(int number) {
        return number % 50_000 * 0x9E3779B97F4A7C15L;
    }

    @Test
    void everyFactIsKeptBesideTheOthers() {
        AuditFacts facts = new AuditFacts(Duration.ofHours(1));
        Instant entered = Instant.parse("2099-01-02T03:04:05Z");
        MessagePlace message = new MessagePlace(MessagePlace.Topic.TAKEN, new RecordPlace(300, 1L << 40));
        facts.taken(Story.image("a"), 63, true, new RecordPlace(16_383, (1L << 48) - 1), message, entered);
        facts.ledger(Story.image("a"), Standing.EXPIRED, 63, 15, entered);
        facts.answered(Story.image("a"), entered, message);
        facts.amended(Story.image("a"), 10, entered, message);
        facts.amended(Story.image("a"), 2, entered, message);

        assertThat(facts.image(0))
                .isEqualTo(new ImageFacts(
                        63,
                        true,
                        new RecordPlace(16_383, (1L << 48) - 1),
                        message,
                        entered,
                        Standing.EXPIRED,
                        63,
                        15,
                        true,
                        false,
                        1 << 10 | 1 << 2,
                        false));
    }

    @Test
    void whatDoesNotFitIsTheLargestThatDoes() {
        assertThat(Arrays.stream(Bits.values()).mapToInt(bits -> bits.with(0, 1_000_000)))
                .as("no number reaches into another")
                .allSatisfy(number -> assertThat(Arrays.stream(Bits.values()).filter(bits -> bits.of(number) != 0))
                        .hasSize(1));
        assertThat(Bits.ATTEMPT.of(Bits.ATTEMPT.with(-1, 99))).isEqualTo(63);
    }
}
