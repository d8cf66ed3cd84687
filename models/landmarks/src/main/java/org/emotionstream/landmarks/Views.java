package org.emotionstream.landmarks;

import org.bytedeco.opencv.opencv_core.Mat;

/**
 * One picture as the two who look at it want it.
 *
 * @param picture the upright picture at its full size
 * @param searched what the detector sees: grey, at the size that the plan says; only with the whole-picture
 *     policy in the release's colour, as in the paper
 * @param source what tiles are cut out of, in the release's colour: the picture, or what was searched
 */
record Views(Mat picture, Mat searched, Mat source) {
    static Views of(Mat picture, SearchPlan plan, TilePolicy policy) {
        int width = Math.toIntExact(plan.width());
        int height = Math.toIntExact(plan.height());
        if (plan.kind() == SearchPlan.Kind.FRAME) {
            Mat grey = Pictures.grey(picture);
            return new Views(picture, Pictures.resized(grey, width, height, policy.areaWhenShrinking()), picture);
        }
        Mat source = Pictures.resized(picture, width, height, policy.areaWhenShrinking());
        boolean searchColour = plan.kind() == SearchPlan.Kind.WHOLE_PICTURE;
        return new Views(picture, searchColour ? source : Pictures.grey(source), source);
    }
}
