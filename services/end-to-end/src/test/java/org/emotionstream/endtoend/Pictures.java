package org.emotionstream.endtoend;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures made for a test. */
final class Pictures {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private Pictures() {}

    /** A PNG of one even grey. */
    static byte[] png(int width, int height) throws IOException {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.GRAY);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return encode(picture, "png");
    }

    /** A few bytes of PNG that claim this size. */
    static byte[] pngHeader(int width, int height) {
        ByteBuffer bytes = ByteBuffer.allocate(PNG.length + 25 + 12);
        bytes.put(PNG);
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 0, 0, 0, 0})
                .array();
        chunk(bytes, "IHDR", header);
        chunk(bytes, "IEND", new byte[0]);
        return bytes.array();
    }

    /** The middle of a portrait, so many times side by side and so many times one below the other, as JPEG. */
    static byte[] mosaic(Path portrait, int times) throws IOException {
        int side = 130;
        BufferedImage source = ImageIO.read(portrait.toFile());
        BufferedImage mosaic = new BufferedImage(times * side, times * side, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = mosaic.createGraphics();
        int crop = Math.min(source.getWidth(), source.getHeight());
        for (int row = 0; row < times; row++) {
            for (int column = 0; column < times; column++) {
                graphics.drawImage(
                        source,
                        column * side,
                        row * side,
                        (column + 1) * side,
                        (row + 1) * side,
                        (source.getWidth() - crop) / 2,
                        0,
                        (source.getWidth() + crop) / 2,
                        crop,
                        null);
            }
        }
        graphics.dispose();
        return encode(mosaic, "jpg");
    }

    private static void chunk(ByteBuffer bytes, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        bytes.putInt(data.length).put(name).put(data).putInt((int) crc.getValue());
    }

    private static byte[] encode(BufferedImage picture, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, format, bytes);
        return bytes.toByteArray();
    }
}
