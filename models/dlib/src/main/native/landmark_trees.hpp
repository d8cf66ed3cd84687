// What dlib::shape_predictor does with its model, on the packed one: the same sums in the same order, and so the same
// points, in a quarter of its time.
//
// A face needs 7,500 leaves of 544 bytes, all over 65 MB: left to itself, the processor waits for most of them. So a tree
// is taken without a branch that the processor could guess wrongly, and its leaf is fetched while the leaves of the trees
// before it are added.
#pragma once

#include "landmark_model.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <dlib/image_processing/shape_predictor.h>

namespace emotionstream {

typedef landmark_model::shape landmark_shape;
typedef uint8_t seen_pixels[landmark_model::PIXELS];

// How many trees lie between the one whose leaf is fetched and the one whose leaf is added. From 8 to 128 the time is
// the same.
const int TREES_AHEAD = 32;

const std::size_t CACHE_LINE = 64;

// The brightness of each pixel of a level, of those beyond the picture 0: dlib::impl::extract_feature_pixel_values.
template <typename image_type>
void look_at_pixels(const image_type& image, const dlib::point_transform_affine& to_image, const landmark_model& model,
                    const landmark_model::level& level, const landmark_shape& current, seen_pixels& seen) {
    const int PIXELS = landmark_model::PIXELS;
    const dlib::matrix<float, 2, 2> turned = dlib::matrix_cast<float>(
        dlib::impl::find_tform_between_shapes(model.mean, dlib::mat(current, landmark_model::COORDINATES, 1)).get_m());
    const dlib::matrix<double, 2, 2>& scaled = to_image.get_m();
    const dlib::vector<double, 2>& moved = to_image.get_b();
    float anchor_x[PIXELS], anchor_y[PIXELS];
    for (int i = 0; i < PIXELS; ++i) {
        anchor_x[i] = current[2 * level.anchor[i]];
        anchor_y[i] = current[2 * level.anchor[i] + 1];
    }
    double column[PIXELS], row[PIXELS];
    for (int i = 0; i < PIXELS; ++i) {
        const double x = (turned(0, 0) * level.right[i] + turned(0, 1) * level.down[i]) + anchor_x[i];
        const double y = (turned(1, 0) * level.right[i] + turned(1, 1) * level.down[i]) + anchor_y[i];
        column[i] = std::floor(((scaled(0, 0) * x + scaled(0, 1) * y) + moved.x()) + 0.5);
        row[i] = std::floor(((scaled(1, 0) * x + scaled(1, 1) * y) + moved.y()) + 0.5);
    }
    const dlib::const_image_view<image_type> view(image);
    const double width = view.nc(), height = view.nr();
    for (int i = 0; i < PIXELS; ++i) {
        const bool inside = column[i] >= 0 && column[i] < width && row[i] >= 0 && row[i] < height;
        seen[i] = inside ? dlib::get_pixel_intensity(view[long(row[i])][long(column[i])]) : 0;
    }
}

// Which leaf a tree comes to.
inline int leaf_of(const landmark_model::split (&splits)[landmark_model::SPLITS], const seen_pixels& seen) {
    int node = 0;
    for (int depth = 0; depth < landmark_model::DEPTH; ++depth) {
        const landmark_model::split& split = splits[node];
        node = 2 * node + 2 - (int(seen[split.pixel]) - int(seen[split.other]) > split.more_than);
    }
    return node - landmark_model::SPLITS;
}

inline void fetch(const float* leaf) {
    const char* bytes = reinterpret_cast<const char*>(leaf);
    for (std::size_t i = 0; i < sizeof(landmark_shape); i += CACHE_LINE) {
        __builtin_prefetch(bytes + i);
    }
    __builtin_prefetch(bytes + sizeof(landmark_shape) - 1);
}

// Adds to the shape what the trees of a level say of these pixels, tree after tree.
inline void add_leaves(const landmark_model& model, int level, const seen_pixels& seen, landmark_shape& current) {
    const int TREES = landmark_model::TREES;
    const int COORDINATES = landmark_model::COORDINATES;
    const float* leaves = model.leaves.get() + std::size_t(level) * TREES * landmark_model::LEAVES * COORDINATES;
    const float* leaf[TREES];
    for (int tree = 0; tree < TREES + TREES_AHEAD; ++tree) {
        if (tree < TREES) {
            const int chosen = tree * landmark_model::LEAVES + leaf_of(model.levels[level].splits[tree], seen);
            leaf[tree] = leaves + std::size_t(chosen) * COORDINATES;
            fetch(leaf[tree]);
        }
        if (tree >= TREES_AHEAD) {
            const float* added = leaf[tree - TREES_AHEAD];
            for (int i = 0; i < COORDINATES; ++i) {
                current[i] += added[i];
            }
        }
    }
}

// Writes x and y of each point in turn.
template <typename image_type>
void place_landmarks(const landmark_model& model, const image_type& image, const dlib::rectangle& face,
                     int* coordinates) {
    const dlib::point_transform_affine to_image = dlib::impl::unnormalizing_tform(face);
    landmark_shape current;
    std::copy(model.mean.begin(), model.mean.end(), current);
    seen_pixels seen;
    for (int level = 0; level < landmark_model::LEVELS; ++level) {
        look_at_pixels(image, to_image, model, model.levels[level], current, seen);
        add_leaves(model, level, seen, current);
    }
    for (int i = 0; i < landmark_model::POINTS; ++i) {
        const dlib::point point = to_image(dlib::vector<float, 2>(current[2 * i], current[2 * i + 1]));
        *coordinates++ = static_cast<int>(point.x());
        *coordinates++ = static_cast<int>(point.y());
    }
}

}  // namespace emotionstream
