package org.emotionstream.endtoend.soak;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emotionstream.endtoend.faults.processes.ChildProcess;

/**
 * Reads the memory of all processes of a chain. For one thread.
 */
final class ChainMemory {
    private final Map<String, ChildProcess> processes;
    // A heap stays where it is as long as its process lives; asking a JVM for it costs it a tenth of a second.
    private final Map<Long, JavaHeap> heaps = new HashMap<>();

    /**
     * @param processes by their names
     */
    ChainMemory(Map<String, ChildProcess> processes) {
        this.processes = Map.copyOf(processes);
    }

    /** Adds what each process has of native memory now, so many minutes after the beginning. */
    void sample(NativeMemory samples, double minutes) {
        for (ProcessFigures figures : read(false)) {
            samples.add(figures.name(), minutes, figures.memory().nativeBytes());
        }
    }

    /** The memory of each process that answers, with its heap of now. */
    List<ProcessFigures> figures() {
        return read(true);
    }

    private List<ProcessFigures> read(boolean heapOfNow) {
        List<ProcessFigures> figures = new ArrayList<>();
        processes.keySet().stream().sorted().forEach(name -> {
            long pid = processes.get(name).pid();
            heap(pid, heapOfNow).ifPresent(heap -> MappedMemory.of(pid, heap)
                    .ifPresent(memory -> figures.add(new ProcessFigures(name, memory, heap))));
        });
        return figures;
    }

    private Optional<JavaHeap> heap(long pid, boolean now) {
        if (now || !heaps.containsKey(pid)) {
            JavaHeap.of(pid).ifPresent(heap -> heaps.put(pid, heap));
        }
        return Optional.ofNullable(heaps.get(pid));
    }
}
