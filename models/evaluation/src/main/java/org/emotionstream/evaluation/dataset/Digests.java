package org.emotionstream.evaluation.dataset;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.emotionstream.contract.FileFailure;
import org.emotionstream.contract.Sha256;

/** What data sets are told apart by: sha256. */
final class Digests {
    private Digests() {}

    /** Over the contents of these files, one after the other, in lower-case hexadecimal. */
    static String hex(List<Path> files) {
        MessageDigest digest = Sha256.digest();
        for (Path file : files) {
            try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
                Files.copy(file, out);
            } catch (IOException e) {
                throw new DatasetException("cannot read " + file + ": " + FileFailure.inWords(e), e);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * Over the labels and each picture's id and contents, in the order of the data set, in lower-case
     * hexadecimal. Pictures are read on all processors; the result does not depend on their number.
     */
    static String hex(String labelsHash, Dataset dataset) {
        MessageDigest digest = Sha256.digest();
        digest.update(labelsHash.getBytes(StandardCharsets.UTF_8));
        List<byte[]> contents = dataset.pictures().parallelStream()
                .map(picture -> Sha256.of(dataset.bytes(picture)))
                .toList();
        for (int i = 0; i < contents.size(); i++) {
            digest.update(Sha256.of(dataset.pictures().get(i).id()));
            digest.update(contents.get(i));
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
