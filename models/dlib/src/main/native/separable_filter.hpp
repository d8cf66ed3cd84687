// The filters of the detector, faster: a stand-in for dlib's function of the same name, which dlib's templates call when
// they search. Same sums in the same order, so that every score has the same bits.
//
// dlib adds the last columns of a picture, up to seven, one by one; of a picture of one face these are most. Here they
// are added side by side. Rows of zeros, which surround every picture, are not filtered, and a filter of the detector's
// size is kept in registers.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <dlib/array2d.h>
#include <dlib/image_transforms.h>
#include <dlib/matrix.h>
#include <dlib/simd.h>

namespace emotionstream {

const long LANES = 8;

// A filter of as many taps as the detector's have.
struct filter_taps {
    static const long COUNT = 10;
    dlib::simd8f weight[COUNT];

    explicit filter_taps(const dlib::matrix<float, 0, 1>& filter) {
        for (long tap = 0; tap < COUNT; ++tap) {
            weight[tap] = filter(tap);
        }
    }

    // Eight sums, as dlib adds where eight columns are left: three parts of every third tap.
    dlib::simd8f in_three_parts(const float* from, long step) const {
        dlib::simd8f first = 0, second = 0, third = 0;
        for (long tap = 0; tap + 2 < COUNT; tap += 3) {
            first += at(from + tap * step) * weight[tap];
            second += at(from + (tap + 1) * step) * weight[tap + 1];
            third += at(from + (tap + 2) * step) * weight[tap + 2];
        }
        first += at(from + (COUNT - 1) * step) * weight[COUNT - 1];
        first += second + third;
        return first;
    }

    // Eight sums, as dlib adds where fewer columns are left: tap after tap.
    dlib::simd8f in_order(const float* from, long step) const {
        dlib::simd8f sum = 0;
        for (long tap = 0; tap < COUNT; ++tap) {
            sum += at(from + tap * step) * weight[tap];
        }
        return sum;
    }

private:
    static dlib::simd8f at(const float* from) {
        dlib::simd8f values;
        values.load(from);
        return values;
    }
};

typedef dlib::array2d<float> float_image;

// Whether all of a row is zero, of either sign.
inline bool is_zero(const float_image& image, long row) {
    const float* values = &image[row][0];
    uint32_t bits_but_sign = 0;
    for (long c = 0; c < image.nc(); ++c) {
        uint32_t bits;
        std::memcpy(&bits, values + c, sizeof bits);
        bits_but_sign |= bits << 1;
    }
    return bits_but_sign == 0;
}

// Filters a picture whose last row is zero: where eight columns are read and fewer are left, those beyond are still the
// picture's. Its columns and rows that are too close to an edge are left out, as dlib does.
class separable_filter {
public:
    separable_filter(const float_image& image, const filter_taps& row, const filter_taps& column)
        : image(image), row(row), column(column), columns(image.nc() - filter_taps::COUNT + 1),
          rows(image.nr() - filter_taps::COUNT + 1), stride((columns + LANES - 1) / LANES * LANES) {}

    void apply(float_image& scratch, float_image& out, bool add_to) const {
        scratch.set_size(image.nr(), stride);
        long top = 0, bottom = image.nr();
        while (top < bottom && is_zero(image, top)) {
            ++top;
        }
        while (bottom > top && is_zero(image, bottom - 1)) {
            --bottom;
        }
        float* filtered = &scratch[0][0];
        std::fill(filtered, filtered + top * stride, 0.0f);
        filter_rows(filtered, top, bottom);
        std::fill(filtered + bottom * stride, filtered + image.nr() * stride, 0.0f);
        filter_columns(filtered, out, add_to);
    }

private:
    void filter_rows(float* filtered, long top, long bottom) const {
        const float* from = &image[0][0];
        for (long r = top; r < bottom; ++r) {
            long c = 0;
            for (; c + LANES <= columns; c += LANES) {
                row.in_three_parts(from + r * image.nc() + c, 1).store(filtered + r * stride + c);
            }
            if (c < columns) {
                row.in_order(from + r * image.nc() + c, 1).store(filtered + r * stride + c);
            }
        }
    }

    void filter_columns(const float* filtered, float_image& out, bool add_to) const {
        const long edge = filter_taps::COUNT / 2;
        const dlib::simd8f lane(0, 1, 2, 3, 4, 5, 6, 7);
        const dlib::simd8f_bool is_left = lane < dlib::simd8f(static_cast<float>(columns % LANES));
        for (long r = 0; r < rows; ++r) {
            float* to = &out[r + edge][0] + edge;
            long c = 0;
            dlib::simd8f sum, before;
            for (; c + LANES <= columns; c += LANES) {
                sum = column.in_three_parts(filtered + r * stride + c, stride);
                before.load(to + c);
                (add_to ? sum + before : sum).store(to + c);
            }
            if (c < columns) {
                sum = column.in_order(filtered + r * stride + c, stride);
                before.load(to + c);
                dlib::select(is_left, add_to ? before + sum : sum, before).store(to + c);
            }
        }
    }

    const float_image& image;
    const filter_taps& row;
    const filter_taps& column;
    const long columns;
    const long rows;
    const long stride;
};

}  // namespace emotionstream

namespace dlib {

// Found by dlib's templates before the general one, since it needs no conversion.
inline rectangle float_spatially_filter_image_separable(const array2d<float>& image, array2d<float>& out,
                                                        const matrix<float, 0, 1>& row_filter,
                                                        const matrix<float, 0, 1>& column_filter,
                                                        array2d<float>& scratch, bool add_to) {
    using emotionstream::filter_taps;
    const long count = filter_taps::COUNT;
    if (row_filter.size() != count || column_filter.size() != count || image.nr() < count || image.nc() < count ||
        !emotionstream::is_zero(image, image.nr() - 1)) {
        return float_spatially_filter_image_separable<array2d<float>, array2d<float>>(image, out, row_filter,
                                                                                      column_filter, scratch, add_to);
    }
    out.set_size(image.nr(), image.nc());
    const rectangle inner(count / 2, count / 2, image.nc() - count / 2, image.nr() - count / 2);
    if (!add_to) {
        zero_border_pixels(out, inner);
    }
    emotionstream::separable_filter(image, filter_taps(row_filter), filter_taps(column_filter))
        .apply(scratch, out, add_to);
    return inner;
}

}  // namespace dlib
