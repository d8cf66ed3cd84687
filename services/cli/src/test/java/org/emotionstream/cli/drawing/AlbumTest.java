package org.emotionstream.cli.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.emotionstream.cli.answers.Messages;
import org.emotionstream.cli.answers.PictureAnswer;
import org.emotionstream.cli.pictures.ImageIds;
import org.emotionstream.cli.pictures.SentPicture;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.ExitCodes;
import org.emotionstream.schemas.FaceEmotion;
import org.emotionstream.schemas.ImageEmotions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlbumTest {
    /** As far as the album looks: nothing here decodes a picture. */
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, 1, 2, 3};

    @TempDir
    Path folder;

    private Album album;

    @BeforeEach
    void make() {
        album = new Album(folder.resolve("album"));
    }

    @Test
    void showsAnsweredRejectedAndMissingPicturesOnOnePage() throws IOException {
        ImageEmotions image = answer("id-1", Messages.happy(200, 100, 160));
        image.setSmallestFace(80);
        Path file = picture("a & b.jpg");

        album.answered(new SentPicture("id-1", file), new PictureAnswer.Final(image));
        assertThat(album.isWaiting()).isTrue();
        album.landmarks(Messages.landmarks(image));
        assertThat(album.isWaiting()).isFalse();
        album.answered(
                new SentPicture("id-2", folder.resolve("b.jpg")),
                new PictureAnswer.Rejected("id-2", "", "empty", "no bytes"));
        String page = page(new SentPicture("id-3", folder.resolve("c.jpg")));

        assertThat(page)
                .contains("2 images: 1 final, 1 rejected, 0 missing", "src=\"0001-a___b_jpg.jpg\"", "a &amp; b.jpg")
                .contains("empty: no bytes", "release-1", "no answer came in time")
                .contains("faces of 80 pixels and more were looked for");
        assertThat(folder.resolve("album/0001-a___b_jpg.jpg")).hasSameBinaryContentAs(file);
    }

    @Test
    void drawsTheBoxInTheColourOfItsEmotionAndInThePixelsOfThePicture() throws IOException {
        answered("a.jpg", answer("id", Messages.happy(200, 100, 160)));

        assertThat(page())
                .contains("viewBox=\"0 0 640 480\"")
                .contains("<g class=\"happy\"><rect class=\"box\" x=\"200\" y=\"100\" width=\"160\" height=\"160\"/>")
                .contains(".happy{--c:#F2B705}");
    }

    @Test
    void drawsThePointsWhereTheTileMapsThemTo() throws IOException {
        ImageEmotions image = answer("id", Messages.happy(200, 100, 200));
        album.landmarks(Messages.landmarks(image));
        answered("a.jpg", image);

        // Point 30 lies at (30, 30) of the tile of 100 x 100, which is the box of 200 x 200; the last one at (67, 67).
        assertThat(page()).contains("M260 160h0").contains("M334 234h0").doesNotContain("M336 236h0");
    }

    @Test
    void theBarsAreAsLongAsTheProbabilities() throws IOException {
        answered("a.jpg", answer("id", Messages.happy(200, 100, 160)));

        assertThat(page())
                .contains("<rect width=\"75\" height=\"1\"/></svg></td><td>75 %")
                .contains("<rect width=\"25\" height=\"1\"/></svg></td><td>25 %");
    }

    @Test
    void everyFaceOfACrowdHasItsCard() throws IOException {
        List<FaceEmotion> faces = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            faces.add(i % 3 == 0 ? Messages.unmeasurable(10 * i, 20, 40) : Messages.happy(10 * i, 40, 40));
        }
        answered("a.jpg", answer("id", faces.toArray(FaceEmotion[]::new)));

        assertThat(page()).contains("<b>1</b> unmeasurable", "<b>60</b> happy", "ratio-3", "<figure class=\"wide\">");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert('x')</script>.jpg",
                "\" onerror=\"alert(1).jpg",
                "line\nbreak\u001b[31m\u202egpj.exe",
                "'single' & <img src=x>.jpg",
                "日本 Zoë \ud83d\ude00.jpg"
            })
    void noNameWritesMarkupOfItsOwn(String name) throws IOException {
        answered(name.replace("/", "_"), answer("id", Messages.happy(1, 2, 3)));

        assertThat(page())
                .doesNotContain("<script", "onerror=\"", "<img src=x", "\u001b", "\u202e", "line\nbreak")
                .containsOnlyOnce("<img ");
    }

    @Test
    void aNameOf255BytesIsShortened() throws IOException {
        answered("a".repeat(251) + ".jpg", answer("id", Messages.happy(1, 2, 3)));

        assertThat(page()).contains("src=\"0001-" + "a".repeat(60) + ".jpg\"");
        assertThat(folder.resolve("album/0001-" + "a".repeat(60) + ".jpg")).exists();
    }

    @Test
    void aNameThatIsNoUtf8IsShownWithItsBytes() throws Exception {
        String script = "cd '" + folder + "' && printf '\\377\\330x' > $'caf\\xe9.jpg'";
        assertThat(new ProcessBuilder("bash", "-c", script).start().waitFor()).isZero();
        Path file;
        try (var files = Files.newDirectoryStream(folder, "*.jpg")) {
            file = files.iterator().next();
        }
        ImageEmotions image = Messages.emotions("id", List.of());
        image.setDigest(digest(Files.readAllBytes(file)));

        album.answered(new SentPicture("id", file), new PictureAnswer.Final(image));

        assertThat(page()).contains("<bdi>caf\\xe9.jpg</bdi>", "src=\"0001-caf_xe9_jpg.jpg\"");
    }

    @Test
    void aPictureThatIsGoneOrHasChangedIsAnEntryWithTheReason() throws IOException {
        Path changed = Files.write(folder.resolve("changed.jpg"), new byte[] {1, 2});

        album.answered(
                new SentPicture("id-1", changed), new PictureAnswer.Final(answer("id-1", Messages.happy(1, 2, 3))));
        album.answered(
                new SentPicture("id-2", folder.resolve("gone.jpg")),
                new PictureAnswer.Final(answer("id-2", Messages.happy(1, 2, 3))));

        assertThat(page())
                .contains("it has changed since it was sent", "there is no such file or folder", "<b>1</b> happy")
                .doesNotContain("<img ");
    }

    @Test
    void aCopyThatCannotBeWrittenIsAnEntryWithTheReason() throws IOException {
        Files.createSymbolicLink(folder.resolve("album/0001-a_jpg.jpg"), Path.of("/dev/full"));

        answered("a.jpg", answer("id", Messages.happy(1, 2, 3)));

        assertThat(page()).contains("cannot write", "No space left on device").doesNotContain("<img ");
    }

    @Test
    void aPageThatCannotBeWrittenSaysWhy() throws IOException {
        Files.createSymbolicLink(folder.resolve("album/index.html"), Path.of("/dev/full"));

        assertThatThrownBy(this::page).isInstanceOf(IOException.class).hasMessageContaining("No space left");
    }

    @Test
    void aFolderThatCannotBeMadeEndsTheCommand() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> new Album(file))
                .hasMessageContaining("--pictures")
                .hasMessageContaining("it exists already")
                .isInstanceOfSatisfying(
                        CommandException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCodes.USAGE));
    }

    @Test
    void theBrowserMayLoadNothingButThePicturesAndTheStyleOfThePage() throws Exception {
        String page = page();

        String style = page.substring(page.indexOf("<style>") + "<style>".length(), page.indexOf("</style>"));
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
        assertThat(page)
                .contains("default-src 'none'; img-src 'self' file:; style-src 'sha256-"
                        + Base64.getEncoder().encodeToString(hash) + "'")
                .doesNotContain("style=\"", "http://", "https://");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 149, 65_000})
    void aPictureOfAnyShapeHasAFrameThatScrolls(int height) throws IOException {
        ImageEmotions image = answer("id", Messages.happy(1, 2, 3));
        image.setWidth(3_000);
        image.setHeight(height);
        answered("a.jpg", image);

        assertThat(page())
                .contains("class=\"frame long\"")
                .doesNotContain("NaN", "Infinity")
                .doesNotContainPattern("<img [^>]*=\"0\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6})
    void aWebpThatTheBrowserDoesNotTurnUprightSaysSo(int orientation) throws IOException {
        byte[] webp = webp(orientation);
        Path file = Files.write(folder.resolve("a.webp"), webp);
        ImageEmotions image = answer("id", Messages.happy(1, 2, 3));
        image.setDigest(digest(webp));

        album.answered(new SentPicture("id", file), new PictureAnswer.Final(image));

        assertThat(page().contains("Browsers do not turn a WebP")).isEqualTo(orientation != 1);
    }

    /** A header, a chunk of another kind, and EXIF with the orientation as its second entry. */
    private static byte[] webp(int orientation) {
        ByteBuffer bytes = ByteBuffer.allocate(12 + 10 + 8 + 38).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("RIFF....WEBPVP8 ".getBytes(StandardCharsets.US_ASCII))
                .putInt(1)
                .putShort((short) 0);
        bytes.put("EXIF".getBytes(StandardCharsets.US_ASCII)).putInt(38);
        bytes.put("II*\0".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) 2);
        bytes.putShort((short) 0x0100).putShort((short) 3).putInt(1).putInt(640);
        bytes.putShort((short) 0x0112).putShort((short) 3).putInt(1).putInt(orientation);
        return bytes.array();
    }

    private Path picture(String name) throws IOException {
        return Files.write(folder.resolve(name), JPEG);
    }

    private void answered(String name, ImageEmotions image) throws IOException {
        album.answered(new SentPicture(image.getImageId(), picture(name)), new PictureAnswer.Final(image));
    }

    private static ImageEmotions answer(String id, FaceEmotion... faces) {
        ImageEmotions image = Messages.emotions(id, List.of(faces));
        image.setDigest(digest(JPEG));
        return image;
    }

    private static ByteBuffer digest(byte[] bytes) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(ImageIds.digest(bytes)));
    }

    private String page(SentPicture... missing) throws IOException {
        album.finish("2 images: 1 final, 1 rejected, 0 missing", List.of(missing));
        return Files.readString(album.page());
    }
}
