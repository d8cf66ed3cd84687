package org.emotionstream.architecture;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A use of one package of a module by another one of the same module.
 *
 * @param from using package
 * @param to used package
 */
record PackageArrow(String from, String to) {
    /** The arrows within each module that are part of a cycle; an arrow back makes a cycle of two. */
    static List<PackageArrow> inCycles(Collection<ProductSource> sources) {
        Map<String, List<ProductSource>> modules =
                sources.stream().collect(Collectors.groupingBy(ProductSource::module));
        return modules.values().stream()
                .flatMap(module -> inCycles(uses(module)).stream())
                .toList();
    }

    private static Map<String, Set<String>> uses(List<ProductSource> module) {
        Map<String, Set<String>> uses = module.stream()
                .collect(Collectors.groupingBy(
                        ProductSource::packageName,
                        Collectors.flatMapping(
                                source -> source.usedPackages().stream(), Collectors.toCollection(HashSet::new))));
        uses.values().forEach(used -> used.retainAll(uses.keySet()));
        return uses;
    }

    private static List<PackageArrow> inCycles(Map<String, Set<String>> uses) {
        return uses.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(used -> new PackageArrow(entry.getKey(), used)))
                .filter(arrow -> reachable(arrow.to(), uses).contains(arrow.from()))
                .toList();
    }

    private static Set<String> reachable(String start, Map<String, Set<String>> uses) {
        Set<String> reached = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(List.of(start));
        while (!next.isEmpty()) {
            uses.get(next.pop()).stream().filter(reached::add).forEach(next::push);
        }
        return reached;
    }

    @Override
    public String toString() {
        return from + " -> " + to;
    }
}
