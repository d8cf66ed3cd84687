package org.emotionstream.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.emotionstream.cli.chain.ChainFolders;
import org.emotionstream.cli.checkout.Checkout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFolderTest {
    @TempDir
    Path local;

    @Test
    void nothingStaysOfADemoThatWentWell() throws IOException {
        DemoFolder folder = DemoFolder.create(new Checkout(local, local));
        fill(folder.chain());

        folder.deleteAtEnd();
        folder.end();

        assertThat(local.resolve("demo")).isEmptyDirectory();
    }

    @Test
    void theLogsStayOfADemoThatDidNot() throws IOException {
        DemoFolder folder = DemoFolder.create(new Checkout(local, local));
        fill(folder.chain());

        folder.end();

        assertThat(folder.chain().log("broker")).exists();
        assertThat(folder.chain().data()).doesNotExist();
    }

    @Test
    void whatADeadDemoLeftIsDeletedAndALivingOneIsLeftAlone() throws IOException {
        DemoFolder living = DemoFolder.create(new Checkout(local, local));
        fill(living.chain());
        Path dead = Files.createDirectories(local.resolve("demo/999999999-1"));

        DemoFolder.create(new Checkout(local, local));

        assertThat(dead).doesNotExist();
        assertThat(living.chain().log("broker")).exists();
    }

    private static void fill(ChainFolders chain) throws IOException {
        chain.make();
        Files.writeString(chain.log("broker"), "ready");
        Files.writeString(chain.data().resolve("topic"), "a picture");
    }
}
