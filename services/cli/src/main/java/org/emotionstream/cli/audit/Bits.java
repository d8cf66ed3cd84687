package org.emotionstream.cli.audit;

/** Small numbers within one of 32 bits, and what each of them is for a picture. */
enum Bits {
    LEDGER(0, 3),
    LEDGER_ATTEMPT(3, 6),
    ATTEMPT(9, 6),
    REJECTED(15, 1),
    ANSWERED(16, 1),
    ANSWERED_TWICE(17, 1),
    AMENDED_TWICE(18, 1),
    REVISION(19, 4),
    /** From revision 2 on, one bit each. */
    AMENDMENTS(23, 9);

    private final int shift;
    private final int largest;

    Bits(int shift, int width) {
        this.shift = shift;
        this.largest = (1 << width) - 1;
    }

    int of(int all) {
        return (all >>> shift) & largest;
    }

    boolean isSet(int all) {
        return of(all) != 0;
    }

    /** With this number, or the largest that fits. */
    int with(int all, int number) {
        return (all & ~(largest << shift)) | (Math.min(number, largest) << shift);
    }
}
