package org.emotionstream.localbroker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * A batch of records in the file of a partition, changed behind the back of the broker, which gives consumers what the
 * file holds.
 */
public final class DamagedBatch {
    // Layout of a batch: base offset, length of what follows, leader epoch, magic, CRC of what follows, attributes.
    private static final int LENGTH = 8;
    private static final int CRC = 17;
    private static final int ATTRIBUTES = 21;
    private static final byte CODEC = 0x07;
    private static final byte NO_CODEC_OF_KAFKA = 0x05;

    private final Path log;
    private final long position;
    private final byte[] whole;

    private DamagedBatch(Path log, long position, byte[] whole) {
        this.log = log;
        this.position = position;
        this.whole = whole;
    }

    /** The batch that begins at this offset. */
    public static DamagedBatch at(Path log, long offset) throws IOException {
        try (FileChannel file = FileChannel.open(log, StandardOpenOption.READ)) {
            long position = 0;
            while (true) {
                ByteBuffer head = ByteBuffer.allocate(LENGTH + Integer.BYTES);
                if (file.read(head, position) < head.capacity()) {
                    throw new IOException("no batch at offset " + offset + " in " + log);
                }
                int size = head.capacity() + head.getInt(LENGTH);
                if (head.getLong(0) == offset) {
                    ByteBuffer batch = ByteBuffer.allocate(size);
                    file.read(batch, position);
                    return new DamagedBatch(log, position, batch.array());
                }
                position += size;
            }
        }
    }

    /** Its CRC is wrong: no consumer takes it, while the broker finds its way through the file. */
    public void damage() throws IOException {
        byte[] damaged = whole.clone();
        damaged[CRC] ^= 1;
        write(damaged);
    }

    /** It is packed with a codec that no client knows, and else sound. */
    public void packUnknown() throws IOException {
        ByteBuffer packed = ByteBuffer.wrap(whole.clone());
        int low = ATTRIBUTES + 1;
        packed.put(low, (byte) (packed.get(low) & ~CODEC | NO_CODEC_OF_KAFKA));
        CRC32C crc = new CRC32C();
        crc.update(packed.array(), ATTRIBUTES, packed.capacity() - ATTRIBUTES);
        packed.putInt(CRC, (int) crc.getValue());
        write(packed.array());
    }

    /** It is as it was. */
    public void mend() throws IOException {
        write(whole);
    }

    private void write(byte[] batch) throws IOException {
        try (FileChannel file = FileChannel.open(log, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(batch), position);
        }
    }
}
