package org.emotionstream.landmarks;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * How many pixels are in work at the same time, whatever the number of threads: small pictures pass side by side, two
 * large ones one after the other, and the memory of the process stays bounded. A search takes about 7 bytes a pixel, 140
 * MB for 20 megapixels; decoding takes 4 bytes a pixel of most pictures and up to 9.
 */
final class SearchBudget {
    /** As many as the largest picture that the default limits let through. */
    static final long PIXELS = PictureLimits.DEFAULT.plannedPixels();

    private static final long PIXELS_A_PERMIT = 1 << 14;

    private final int permits;
    private final Semaphore free;

    SearchBudget(long pixels) {
        this.permits = permitsFor(pixels);
        // Fair, or a large picture would wait as long as small ones come.
        this.free = new Semaphore(permits, true);
    }

    /** Does this search when so many pixels are free; one that exceeds the budget is done alone. */
    <T> T spend(long pixels, Supplier<T> search) {
        int needed = Math.min(permits, permitsFor(pixels));
        free.acquireUninterruptibly(needed);
        try {
            return search.get();
        } finally {
            free.release(needed);
        }
    }

    private static int permitsFor(long pixels) {
        return Math.toIntExact((pixels + PIXELS_A_PERMIT - 1) / PIXELS_A_PERMIT);
    }
}
