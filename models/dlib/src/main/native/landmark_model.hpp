// dlib's 68-point shape predictor, packed for reading: about 67 MB.
//
// dlib keeps each of 120,000 leaves in memory of its own. Here those of a tree, the trees of a level and the levels of
// the cascade lie side by side.
#pragma once

#include "large_floats.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <dlib/image_processing/shape_predictor.h>
#include <istream>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace emotionstream {

struct landmark_model {
    static constexpr int POINTS = 68;
    static constexpr int COORDINATES = 2 * POINTS;
    static constexpr int LEVELS = 15;
    static constexpr int TREES = 500;
    static constexpr int DEPTH = 4;
    static constexpr int LEAVES = 1 << DEPTH;
    static constexpr int SPLITS = LEAVES - 1;
    static constexpr int PIXELS = 500;

    // x and y of each point in turn, in a face whose box is 1 x 1.
    typedef float shape[COORDINATES];

    // The way is left where one pixel is brighter than the other by more than this. Pixels are whole numbers, so dlib's
    // threshold is rounded down to one.
    struct split {
        uint16_t pixel;
        uint16_t other;
        int32_t more_than;
    };

    struct level {
        split splits[TREES][SPLITS];
        // Where its pixels lie: near which point of the mean shape, and how far to the right of it and below.
        uint16_t anchor[PIXELS];
        float right[PIXELS];
        float down[PIXELS];
    };

    std::unique_ptr<level[]> levels{new level[LEVELS]};
    large_floats leaves{std::size_t(LEVELS) * TREES * LEAVES * COORDINATES};
    dlib::matrix<float, 0, 1> mean;

    // Reads what dlib writes of a dlib::shape_predictor, tree by tree: it never lies in memory twice.
    explicit landmark_model(std::istream& in) {
        int version = 0;
        unsigned long count = 0;
        dlib::deserialize(version, in);
        expect("the version", 1, version);
        dlib::deserialize(mean, in);
        expect("coordinates of a shape", COORDINATES, mean.size());
        dlib::deserialize(count, in);
        expect("levels", LEVELS, count);
        float* leaf = leaves.get();
        for (int i = 0; i < LEVELS; ++i) {
            dlib::deserialize(count, in);
            expect("trees", TREES, count);
            for (auto& splits : levels[i].splits) {
                leaf = read_tree(in, splits, leaf);
            }
        }
        read_pixels(in);
    }

private:
    static void expect(const char* what, uint64_t expected, uint64_t found) {
        if (expected != found) {
            throw std::runtime_error("no 68-point shape predictor: " + std::string(what) + ": expected " +
                                     std::to_string(expected) + ", found " + std::to_string(found));
        }
    }

    static void expect_below(const char* what, uint64_t limit, uint64_t found) {
        if (found >= limit) {
            throw std::runtime_error("no 68-point shape predictor: " + std::string(what) + ": expected less than " +
                                     std::to_string(limit) + ", found " + std::to_string(found));
        }
    }

    static float* read_tree(std::istream& in, split (&splits)[SPLITS], float* leaf) {
        dlib::impl::regression_tree tree;
        deserialize(tree, in);
        expect("splits of a tree", SPLITS, tree.splits.size());
        expect("leaves of a tree", LEAVES, tree.leaf_values.size());
        std::transform(tree.splits.begin(), tree.splits.end(), splits, [](const dlib::impl::split_feature& from) {
            expect_below("a pixel", PIXELS, from.idx1);
            expect_below("a pixel", PIXELS, from.idx2);
            const float more_than = std::floor(std::min(256.0f, std::max(-256.0f, from.thresh)));
            return split{uint16_t(from.idx1), uint16_t(from.idx2), int32_t(more_than)};
        });
        for (const auto& values : tree.leaf_values) {
            expect("coordinates of a leaf", COORDINATES, values.size());
            leaf = std::copy(values.begin(), values.end(), leaf);
        }
        return leaf;
    }

    void read_pixels(std::istream& in) {
        std::vector<std::vector<unsigned long>> anchors;
        std::vector<std::vector<dlib::vector<float, 2>>> distances;
        dlib::deserialize(anchors, in);
        dlib::deserialize(distances, in);
        expect("levels with anchors", LEVELS, anchors.size());
        expect("levels with distances", LEVELS, distances.size());
        for (int i = 0; i < LEVELS; ++i) {
            expect("anchors", PIXELS, anchors[i].size());
            expect("distances", PIXELS, distances[i].size());
            for (int pixel = 0; pixel < PIXELS; ++pixel) {
                expect_below("an anchor", POINTS, anchors[i][pixel]);
                levels[i].anchor[pixel] = uint16_t(anchors[i][pixel]);
                levels[i].right[pixel] = distances[i][pixel].x();
                levels[i].down[pixel] = distances[i][pixel].y();
            }
        }
    }
};

}  // namespace emotionstream
