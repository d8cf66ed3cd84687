package org.emotionstream.endtoend.trials;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Pictures as bytes, by the encoders of Java. */
final class Encoding {
    private static final int PNG_HEADER_END = 33;
    private static final int PNG_END_BYTES = 12;
    private static final float QUALITY = 0.9f;

    private Encoding() {}

    static byte[] jpeg(BufferedImage picture) {
        return jpeg(picture, ImageWriteParam.MODE_DISABLED);
    }

    static byte[] progressiveJpeg(BufferedImage picture) {
        return jpeg(picture, ImageWriteParam.MODE_DEFAULT);
    }

    private static byte[] jpeg(BufferedImage picture, int progressive) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream output = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            how.setProgressiveMode(progressive);
            writer.setOutput(output);
            writer.write(null, new IIOImage(picture, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** By the encoder of this name: png, bmp, gif, tiff. */
    static byte[] encoded(BufferedImage picture, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(picture, format, bytes)) {
                throw new IllegalStateException("no encoder of " + format + " takes this picture");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    /** This PNG with one chunk more behind its header. */
    static byte[] withChunk(byte[] png, String type, byte[] data) {
        return join(
                Arrays.copyOf(png, PNG_HEADER_END),
                chunk(type, data),
                Arrays.copyOfRange(png, PNG_HEADER_END, png.length));
    }

    /** The beginning of this PNG, and its end. */
    static byte[] cutPng(byte[] png) {
        return join(
                Arrays.copyOf(png, png.length / 2), Arrays.copyOfRange(png, png.length - PNG_END_BYTES, png.length));
    }

    /** A few bytes of PNG that claim this size. */
    static byte[] pngThatClaims(int width, int height) {
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 0, 0, 0, 0})
                .array();
        byte[] signature = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
        return join(signature, chunk("IHDR", header), chunk("IEND", new byte[0]));
    }

    private static byte[] chunk(String type, byte[] data) {
        byte[] named = join(type.getBytes(StandardCharsets.US_ASCII), data);
        CRC32 crc = new CRC32();
        crc.update(named);
        return ByteBuffer.allocate(named.length + 8)
                .putInt(data.length)
                .put(named)
                .putInt((int) crc.getValue())
                .array();
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    /** This picture again in pixels of this type, at this size. */
    static BufferedImage drawn(BufferedImage picture, int type, int width, int height) {
        BufferedImage drawn = new BufferedImage(width, height, type);
        Graphics2D graphics = drawn.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return drawn;
    }
}
