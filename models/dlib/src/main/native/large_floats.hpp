// Floats for a table that is read all over: in pages of 2 MiB, where the system has them, the processor finds each of
// them without looking up its page first.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <new>
#include <sys/mman.h>

namespace emotionstream {

class large_floats {
public:
    explicit large_floats(std::size_t count) {
        const std::size_t bytes = (count * sizeof(float) + LARGE_PAGE - 1) / LARGE_PAGE * LARGE_PAGE;
        memory.reset(static_cast<float*>(std::aligned_alloc(LARGE_PAGE, bytes)));
        if (!memory) {
            throw std::bad_alloc();
        }
        // A system without large pages refuses, and nothing is lost but speed.
        madvise(memory.get(), bytes, MADV_HUGEPAGE);
    }

    float* get() const { return memory.get(); }

private:
    static constexpr std::size_t LARGE_PAGE = std::size_t(1) << 21;

    struct freed {
        void operator()(float* floats) const { std::free(floats); }
    };

    std::unique_ptr<float, freed> memory;
};

}  // namespace emotionstream
