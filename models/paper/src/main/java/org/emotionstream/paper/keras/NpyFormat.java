package org.emotionstream.paper.keras;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads numpy's format of one array (numpy.lib.format, versions 1 to 3) of 32-bit or 64-bit floats, in either
 * order of bytes, row by row or column by column (as scikit-learn may hold its components).
 */
record NpyFormat(String where) {
    /** What such a file begins with. */
    static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

    private static final int PREFIX = 10;
    private static final long MOST_NUMBERS = 16 << 20;
    private static final Pattern TYPE = Pattern.compile("'descr':\\s*'([^']*)'");
    private static final Pattern FORTRAN = Pattern.compile("'fortran_order':\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape':\\s*\\(([0-9, ]*)\\)");

    /**
     * @param where names the array in errors
     * @throws KerasException when these are not the bytes of such an array
     */
    static NpyArray read(String where, byte[] bytes) {
        return new NpyFormat(where).parse(bytes);
    }

    private NpyArray parse(byte[] bytes) {
        if (bytes.length < PREFIX || !Hdf5Header.startsWith(bytes, MAGIC)) {
            throw refused("an array of numpy (.npy)", bytes.length + " bytes that do not begin like one");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        boolean first = bytes[6] == 1;
        long length = first ? Short.toUnsignedLong(buffer.getShort(8)) : Integer.toUnsignedLong(buffer.getInt(8));
        long start = length + (first ? PREFIX : PREFIX + 2);
        if (start > bytes.length) {
            throw refused("a header of " + length + " bytes", "a file of " + bytes.length);
        }
        String header = new String(bytes, 0, (int) start, StandardCharsets.ISO_8859_1);
        List<Integer> shape = shape(header);
        double[] values = values(find(TYPE, header), shape, buffer.position((int) start));
        boolean byColumns = find(FORTRAN, header).equals("True") && shape.size() == 2;
        return new NpyArray(shape, byColumns ? byRows(values, shape) : values);
    }

    private List<Integer> shape(String header) {
        List<Integer> shape = new ArrayList<>();
        long count = 1;
        for (String size : find(SHAPE, header).split("[, ]+")) {
            if (!size.isEmpty()) {
                count = size.length() > 9 ? Long.MAX_VALUE : count * Integer.parseInt(size);
                if (count > MOST_NUMBERS) {
                    throw refused("at most " + MOST_NUMBERS + " numbers", "the shape " + find(SHAPE, header));
                }
                shape.add(Integer.parseInt(size));
            }
        }
        if (shape.size() > 2) {
            throw refused("one or two dimensions", "the shape " + shape);
        }
        return shape;
    }

    private double[] values(String type, List<Integer> shape, ByteBuffer data) {
        if (!type.matches("[<>=]f[48]")) {
            throw refused(
                    "32-bit or 64-bit floats",
                    "the type " + type
                            + (type.contains("O") ? ", which is a pickle and is not read: it could run any code" : ""));
        }
        int size = type.charAt(2) - '0';
        int count = shape.stream().reduce(1, Math::multiplyExact);
        if (data.remaining() != (long) count * size) {
            throw refused(count + " numbers of " + size + " bytes", data.remaining() + " bytes: truncated or damaged");
        }
        data.order(type.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = size == Double.BYTES ? data.getDouble() : data.getFloat();
            if (!Double.isFinite(values[i])) {
                throw refused("finite numbers", "number " + i + " of " + count + " to be " + values[i]);
            }
        }
        return values;
    }

    private static double[] byRows(double[] byColumns, List<Integer> shape) {
        int rows = shape.get(0);
        int columns = shape.get(1);
        double[] values = new double[byColumns.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                values[row * columns + column] = byColumns[column * rows + row];
            }
        }
        return values;
    }

    private String find(Pattern pattern, String header) {
        Matcher matcher = pattern.matcher(header);
        if (!matcher.find()) {
            throw refused("a header with " + pattern, "none");
        }
        return matcher.group(1);
    }

    private KerasException refused(String expected, String found) {
        return new KerasException(where + ": expected " + expected + ", found " + found);
    }
}
