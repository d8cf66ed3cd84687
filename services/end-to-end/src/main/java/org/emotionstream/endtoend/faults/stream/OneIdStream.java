package org.emotionstream.endtoend.faults.stream;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.emotionstream.events.wire.ImageIdentity;

/**
 * A known stream in which four of five records have one and the same image id. Each of these has bytes of its own and shows what record n of a known stream shows: a comment in the JPEG holds n, and no pixel is changed.
 */
public final class OneIdStream extends KnownStream {
    private static final int OTHERS_EVERY = 5;
    private static final int START_OF_IMAGE = 2;
    private static final short COMMENT = (short) 0xFFFE;

    private final String oneId;
    // What item has given so far, by digest: the image id does not say which record it was.
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();

    /**
     * A stream of these JPEGs.
     *
     * @param name stands before every image id, with a slash
     */
    public OneIdStream(String name, List<byte[]> pictures) {
        super(name, pictures);
        oneId = name + "/one";
    }

    @Override
    Item picture(int n) {
        Item picture = super.picture(n);
        if (n % OTHERS_EVERY == 0) {
            return picture;
        }
        byte[] bytes = commented(picture.bytes(), Integer.toString(n));
        numbers.put(KnownStream.identity(oneId, bytes).digest(), n);
        return new Item(picture.kind(), oneId, bytes);
    }

    @Override
    int number(ImageIdentity identity) {
        return identity.imageId().equals(oneId) ? numbers.get(identity.digest()) : super.number(identity);
    }

    private static byte[] commented(byte[] jpeg, String comment) {
        byte[] text = comment.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer segment = ByteBuffer.allocate(2 * Short.BYTES + text.length)
                .putShort(COMMENT)
                .putShort((short) (Short.BYTES + text.length))
                .put(text);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(jpeg, 0, START_OF_IMAGE);
        bytes.writeBytes(segment.array());
        bytes.write(jpeg, START_OF_IMAGE, jpeg.length - START_OF_IMAGE);
        return bytes.toByteArray();
    }
}
