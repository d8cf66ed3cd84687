package org.emotionstream.landmarks;

import java.nio.ByteBuffer;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.emotionstream.contract.Release.TileSettings;
import org.emotionstream.landmarks.PictureOutcome.Decoded;
import org.emotionstream.landmarks.PictureOutcome.Rejected;
import org.emotionstream.landmarks.finder.FaceDetection;
import org.emotionstream.landmarks.header.PictureHeader.Complete;

/**
 * The first step: an encoded picture becomes faces, each with its tile and its 68 landmarks (the paper's
 * section 3.2 and its appendix, and beyond them faces anywhere in a camera's frame).
 *
 * <p>Holds nothing native of its own: what there is to close are the {@link FaceModels} that it was given.
 * Safe for use by many threads at once, each with its own picture; the same picture has the same outcome in
 * all of them.
 */
public final class ImageToLandmarks {
    private final FaceModels models;
    private final TilePolicy policy;
    private final LandmarkSettings settings;
    private final PictureDecoder decoder;
    private final FaceMeasure measure;

    /**
     * @param models what finds and measures faces, shared; they outlive this step
     * @param tile the release's settings
     * @param settings the operator's
     * @throws org.emotionstream.contract.ReleaseException when the release asks for a tile that is not
     *     computed here, naming what it asks for and what is computed
     */
    public ImageToLandmarks(FaceModels models, TileSettings tile, LandmarkSettings settings) {
        this.models = models;
        this.policy = TilePolicy.of(tile);
        this.settings = settings;
        this.decoder = new PictureDecoder(settings.limits());
        this.measure = new FaceMeasure(models, policy);
    }

    /** As {@link #apply(ByteBuffer)}. */
    public PictureOutcome apply(byte[] encoded) {
        return apply(ByteBuffer.wrap(encoded));
    }

    /**
     * The faces in a picture, or why it is rejected.
     *
     * @param encoded a JPEG, PNG, WebP or BMP, from the buffer's position to its limit, which it keeps
     * @throws RuntimeException for what is no fault of the picture: no memory, closed models
     */
    public PictureOutcome apply(ByteBuffer encoded) {
        return apply(encoded, BoxJitter.NONE);
    }

    /**
     * As {@link #apply(ByteBuffer)}, with other boxes around the same faces: for training.
     *
     * @param jitter what becomes of each box before its tile is cut and its landmarks are placed
     */
    public PictureOutcome apply(ByteBuffer encoded, BoxJitter jitter) {
        PictureCheck.Result checked = decoder.check(encoded);
        if (checked instanceof Rejected rejected) {
            return rejected;
        }
        Complete header = ((PictureCheck.Fine) checked).header();
        return models.holding(header.width() * header.height(), () -> decodeAndSearch(encoded, header, jitter));
    }

    @SuppressWarnings("try") // The scope is there to free what is allocated inside.
    private PictureOutcome decodeAndSearch(ByteBuffer encoded, Complete header, BoxJitter jitter) {
        try (PointerScope scope = new PointerScope()) {
            PictureDecoder.Result decoded = decoder.decode(encoded, header, policy.colour());
            return decoded instanceof PictureDecoder.Result.Pixels pixels
                    ? search(pixels.picture(), jitter)
                    : (Rejected) decoded;
        }
    }

    private Decoded search(Mat picture, BoxJitter jitter) {
        SearchPlan plan = plan(picture.cols(), picture.rows());
        Views views = Views.of(picture, plan, policy);
        List<FaceDetection> found = models.find(Pictures.pixels(views.searched()), plan.threshold());
        int most = plan.kind().everyFace() ? settings.limits().faces() : 1;
        List<Face> faces = found.stream()
                .limit(most)
                .map(face -> measure.measure(face, views, jitter))
                .toList();
        int omitted = plan.kind().countsEveryFace() ? found.size() - faces.size() : 0;
        return new Decoded(picture.cols(), picture.rows(), faces, omitted, plan.smallestFace());
    }

    private SearchPlan plan(long width, long height) {
        return SearchPlan.of(
                width,
                height,
                policy,
                models.reach(),
                settings.smallestFace(),
                settings.limits().plannedPixels());
    }
}
