package org.emotionstream.events.testing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificRecordBase;

/** Schemas of other versions than this one, and messages that are written with them. */
public final class NewerSchemas {
    private static final String ADDED = "addedLater";

    private NewerSchemas() {}

    /** The next version of this record: with an optional text. */
    public static Schema withOneFieldMore(Schema record) {
        List<Schema.Field> fields = copies(record, "");
        Schema optional = Schema.createUnion(Schema.create(Schema.Type.NULL), Schema.create(Schema.Type.STRING));
        fields.add(new Schema.Field(ADDED, optional, "Added later.", Schema.Field.NULL_DEFAULT_VALUE));
        return record(record, fields);
    }

    /** An earlier version of this record: without this field, which has a default. */
    public static Schema withOneFieldLess(Schema record, String field) {
        return record(record, copies(record, field));
    }

    /** This message as a writer of that version writes it, in single-object encoding. */
    public static byte[] written(Schema version, SpecificRecordBase message) throws IOException {
        byte[] ours = bytes(new BinaryMessageEncoder<SpecificRecordBase>(message.getSpecificData(), message.getSchema())
                .encode(message));
        var decoder = new BinaryMessageDecoder<GenericRecord>(GenericData.get(), version);
        decoder.addSchema(message.getSchema());
        GenericRecord theirs = decoder.decode(ours);
        if (theirs.hasField(ADDED)) {
            theirs.put(ADDED, "what old readers do not know");
        }
        return bytes(new BinaryMessageEncoder<GenericRecord>(GenericData.get(), version).encode(theirs));
    }

    private static List<Schema.Field> copies(Schema record, String except) {
        List<Schema.Field> fields = new ArrayList<>();
        record.getFields().stream()
                .filter(field -> !field.name().equals(except))
                .forEach(field -> fields.add(new Schema.Field(field, field.schema())));
        return fields;
    }

    private static Schema record(Schema like, List<Schema.Field> fields) {
        return Schema.createRecord(like.getName(), like.getDoc(), like.getNamespace(), false, fields);
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
