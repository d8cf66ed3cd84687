package org.emotionstream.events.loop;

/**
 * How much a loop takes in hand before it fetches no more.
 *
 * <p>A partition is fetched while it has less in hand than is free. So one partition alone fills half of the room, and
 * one whose first record takes long leaves the other half to the others. The last poll may exceed the room, by one
 * response of each broker and by half a batch of records.
 */
record Room(int records, long bytes) {
    private static final int PARTS_OF_HEAP = 8;

    /** Two batches of records; an eighth of the heap, and at least one and a half of the largest responses. */
    static Room of(Stage stage) {
        long fetch = LoopClients.fetchBytes(stage);
        return new Room(
                2 * stage.batchRecords(),
                Math.max(fetch + fetch / 2, Runtime.getRuntime().maxMemory() / PARTS_OF_HEAP));
    }

    /**
     * Whether to fetch more of a partition.
     *
     * @param partition what is in hand of it
     * @param all what is in hand of all partitions
     */
    boolean isLeft(Load partition, Load all) {
        return partition.records() < records - all.records() && partition.bytes() < bytes - all.bytes();
    }
}
