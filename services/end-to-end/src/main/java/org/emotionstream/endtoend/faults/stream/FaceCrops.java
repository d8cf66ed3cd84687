package org.emotionstream.endtoend.faults.stream;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.emotionstream.schemas.Box;

/**
 * Small pictures, each a face: cut out of photographs where the chain has found faces, so that one costs about
 * 4 ms to answer. All differ.
 */
public final class FaceCrops {
    private static final int SIDE = 120;
    private static final double LEAST_MARGIN = 1.3;
    private static final double MARGIN_STEP = 0.025;
    private static final int WITHOUT_A_FACE = 20;

    private final List<Face> faces = new ArrayList<>();

    private record Face(BufferedImage photograph, Box box) {}

    /** Adds the faces of a photograph. */
    public void add(byte[] photograph, List<Box> boxes) {
        try {
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(photograph));
            boxes.forEach(box -> faces.add(new Face(picture, box)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a photograph", e);
        }
    }

    /** So many pictures, the same ones whenever the same photographs were added; some hold no face. */
    public List<byte[]> pictures(int count) {
        if (faces.isEmpty()) {
            throw new IllegalStateException("no faces to cut pictures from");
        }
        List<byte[]> pictures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            pictures.add(jpeg(i % WITHOUT_A_FACE == WITHOUT_A_FACE - 1 ? stripes(i) : crop(i)));
        }
        return List.copyOf(pictures);
    }

    private BufferedImage crop(int number) {
        Face face = faces.get(number % faces.size());
        double margin = LEAST_MARGIN + MARGIN_STEP * (number / faces.size());
        int side = (int) Math.round(Math.max(face.box().getWidth(), face.box().getHeight()) * margin);
        int left = face.box().getLeft() + face.box().getWidth() / 2 - side / 2;
        int top = face.box().getTop() + face.box().getHeight() / 2 - side / 2;
        return drawn(graphics ->
                graphics.drawImage(face.photograph(), 0, 0, SIDE, SIDE, left, top, left + side, top + side, null));
    }

    private static BufferedImage stripes(int number) {
        return drawn(graphics -> {
            for (int x = 0; x < SIDE; x += 2 + number % 7) {
                graphics.drawLine(x, 0, SIDE - x, SIDE - number % SIDE);
            }
        });
    }

    private static BufferedImage drawn(java.util.function.Consumer<Graphics2D> drawing) {
        BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        drawing.accept(graphics);
        graphics.dispose();
        return picture;
    }

    private static byte[] jpeg(BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return bytes.toByteArray();
    }
}
