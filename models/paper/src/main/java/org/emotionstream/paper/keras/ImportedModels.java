package org.emotionstream.paper.keras;

import java.nio.file.Path;

/**
 * Everything that was read for a release.
 *
 * @param models the four networks and the combined model
 * @param scaler the file with the scaler
 * @param pca the file with the principal components
 * @param features what stood in these two
 * @param pixelScale a grey level (0 to 255) times this is what the networks were trained on
 * @param colour that they were trained on
 */
record ImportedModels(
        KerasModels models, Path scaler, Path pca, ScalerAndComponents features, double pixelScale, Colour colour) {}
