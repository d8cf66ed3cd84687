package org.emotionstream.bench.procfs;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * CPU time at one moment, or between two.
 *
 * @param millisByProcess of each measured process, by its name
 * @param ownMillis of this process, which only sends and reads
 * @param machineMillis of all that runs on this machine, over all cores
 * @param nanos of the clock
 */
public record CpuTimes(Map<String, Long> millisByProcess, long ownMillis, long machineMillis, long nanos) {
    private static final double NANOS_A_MILLI = 1e6;
    private static final double HUNDRED = 100;

    /** The times of now. */
    public static CpuTimes now(Map<String, Long> pids) {
        Map<String, Long> millis = new LinkedHashMap<>();
        pids.forEach((name, pid) -> millis.put(name, Proc.cpuMillis(pid)));
        return new CpuTimes(
                millis, Proc.cpuMillis(ProcessHandle.current().pid()), Proc.machineMillis(), System.nanoTime());
    }

    /** The times between an earlier moment and this one. */
    public CpuTimes since(CpuTimes earlier) {
        Map<String, Long> millis = new LinkedHashMap<>();
        millisByProcess.forEach((name, time) -> millis.put(name, time - earlier.millisByProcess.get(name)));
        return new CpuTimes(
                millis, ownMillis - earlier.ownMillis, machineMillis - earlier.machineMillis, nanos - earlier.nanos);
    }

    /** The time of all measured processes, in milliseconds. */
    public long sumMillis() {
        return millisByProcess.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How long it was by the clock, in milliseconds. */
    public double clockMillis() {
        return nanos / NANOS_A_MILLI;
    }

    /** This time in per cent of one core over the time by the clock. */
    public double percentOfACore(long millis) {
        return HUNDRED * millis / clockMillis();
    }

    /** What neither the measured processes nor this one have used, in per cent of one core. */
    public double othersPercent() {
        return percentOfACore(Math.max(0, machineMillis - sumMillis() - ownMillis));
    }
}
