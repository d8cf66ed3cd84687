package org.emotionstream.evaluation.verification;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.emotionstream.contract.FileFailure;
import org.emotionstream.contract.ReleaseException;

/** How many numbers a network in ONNX has learned. */
final class ParameterCount {
    private ParameterCount() {}

    /** Every constant of more than one number; single ones scale the picture. */
    static long of(Path file) throws IOException {
        long count = 0;
        for (TensorProto tensor :
                ModelProto.parseFrom(Files.readAllBytes(file)).getGraph().getInitializerList()) {
            long size = tensor.getDimsList().stream().reduce(1L, Math::multiplyExact);
            count += size > 1 ? size : 0;
        }
        return count;
    }

    /**
     * @throws ReleaseException when there are more or fewer
     */
    static long expect(Path file, long expected) {
        try {
            long found = of(file);
            if (found != expected) {
                throw new ReleaseException(file + ": expected " + expected + " parameters, found " + found);
            }
            return found;
        } catch (IOException e) {
            throw new ReleaseException("cannot read " + file + ": " + FileFailure.inWords(e), e);
        }
    }
}
