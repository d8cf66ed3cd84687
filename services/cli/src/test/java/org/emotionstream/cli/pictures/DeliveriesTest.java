package org.emotionstream.cli.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.ExitCodes;
import org.junit.jupiter.api.Test;

class DeliveriesTest {
    private final List<String> reported = new ArrayList<>();
    private final Deliveries deliveries = new Deliveries(picture -> reported.add(picture.imageId()));

    @Test
    void reportsWhatTheBrokerHasAndNothingBefore() {
        Deliveries.Pending first = deliveries.handedOver(picture("1"));

        assertThat(reported).isEmpty();
        deliveries.complete(first, null);
        assertThat(reported).containsExactly("1");
        assertThat(deliveries.delivered()).isEqualTo(1);
        assertThat(deliveries.undelivered()).isEmpty();
    }

    @Test
    void reportsInTheOrderOfSendingWhateverTheOrderOfTheAnswers() {
        Deliveries.Pending first = deliveries.handedOver(picture("1"));
        Deliveries.Pending second = deliveries.handedOver(picture("2"));

        deliveries.complete(second, null);
        assertThat(reported).isEmpty();
        deliveries.complete(first, null);
        assertThat(reported).containsExactly("1", "2");
    }

    @Test
    void atTheEndReportsAlsoWhatWasDeliveredAfterAnUnknownOne() {
        deliveries.handedOver(picture("1"));
        deliveries.complete(deliveries.handedOver(picture("2")), null);

        deliveries.reportAll();

        assertThat(reported).containsExactly("2");
        assertThat(deliveries.undelivered()).extracting(SentPicture::imageId).containsExactly("1");
    }

    @Test
    void aPictureThatFailedIsNotReportedAndTheFirstCauseIsKept() {
        Deliveries.Pending first = deliveries.handedOver(picture("1"));
        Deliveries.Pending second = deliveries.handedOver(picture("2"));
        deliveries.complete(first, new IOException("first"));
        deliveries.complete(second, new IOException("second"));

        assertThat(reported).isEmpty();
        assertThat(deliveries.failure())
                .hasValueSatisfying(cause -> assertThat(cause).hasMessage("first"));
        assertThat(deliveries.undelivered()).hasSize(2);
    }

    @Test
    void whatTheListenerThrowsIsKeptForTheThreadThatSends() {
        Deliveries deliveries = new Deliveries(picture -> {
            throw new CommandException(ExitCodes.READER_GONE, "");
        });

        deliveries.complete(deliveries.handedOver(picture("1")), null);

        assertThatThrownBy(deliveries::checkListener).isInstanceOf(CommandException.class);
    }

    private static SentPicture picture(String id) {
        return new SentPicture(id, Path.of(id + ".jpg"));
    }
}
