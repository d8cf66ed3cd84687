package org.emotionstream.cli.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.emotionstream.cli.chain.ChainRelease;
import org.emotionstream.cli.chain.MemberStatus;
import org.emotionstream.cli.chain.RunFiles;
import org.emotionstream.cli.chain.RunningChain;
import org.emotionstream.cli.checkout.Checkout;
import org.emotionstream.cli.options.ClientConfigOption;
import org.emotionstream.cli.processes.DiskSpace;
import org.emotionstream.cli.processes.ProcessMemory;
import org.emotionstream.cli.terminal.Console;
import org.emotionstream.cli.terminal.ExitCodes;
import org.emotionstream.cli.terminal.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code status}: how each process of the running chain is. */
@Command(
        name = "status",
        description = "Show for the broker and each service its process, its health, its lag (unread records), its "
                + "memory now and at most, and how often it was restarted.",
        footer = {"", "Exit code 0 when all are ready, 1 when not or when nothing is running.", ExitCodes.HELP})
public final class StatusCommand implements Callable<Integer> {
    private static final String ROW = "%-18s %8s  %-10s %8s %9s %9s %9s";

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Mixin
    private ClientConfigOption clientConfig;

    @Override
    public Integer call() throws InterruptedException {
        Console console = Console.ofProcess();
        RunningChain chain = new RunFiles(Checkout.current().run()).requireRunning();
        List<MemberStatus> members = MemberStatus.of(chain);
        boolean ready = !members.isEmpty() && members.stream().allMatch(MemberStatus::ready);
        if (json) {
            console.result(json(chain, members, ready));
        } else {
            console.row(ROW, "service", "process", "health", "lag", "memory", "peak", "restarts");
            members.forEach(member -> print(member, console));
            problems(members).forEach(console::result);
            console.result(ChainRelease.of(chain).inWords());
            console.result("broker at " + chain.bootstrapServers() + ", supervisor is process "
                    + chain.supervisor().pid());
        }
        return ready ? ExitCodes.OK : ExitCodes.INCOMPLETE;
    }

    private static void print(MemberStatus status, Console console) {
        console.row(
                ROW,
                status.member().name(),
                status.alive() ? status.member().process().pid() : "-",
                status.health(),
                status.lag().map(Object::toString).orElse("-"),
                megabytes(status.memory().map(ProcessMemory::residentBytes)),
                megabytes(status.memory().map(ProcessMemory::peakBytes)),
                status.member().restarts());
    }

    /** A line for each process that is not ready: why, and how it ended the last time. */
    private static List<String> problems(List<MemberStatus> members) {
        List<String> lines = new ArrayList<>();
        members.stream().filter(status -> !status.ready()).forEach(status -> {
            Optional<String> lastEnd = Optional.ofNullable(status.member().lastEnd());
            status.why()
                    .filter(why -> !lastEnd.equals(Optional.of(why)))
                    .ifPresent(why -> lines.add(status.member().name() + ": " + why));
            lastEnd.ifPresent(lines::add);
        });
        disk().ifPresent(lines::add);
        return lines;
    }

    private static Optional<String> disk() {
        return DiskSpace.problem(Checkout.current().data());
    }

    private static String megabytes(Optional<Long> bytes) {
        return bytes.map(number -> (number >> 20) + " MB").orElse("-");
    }

    private static String json(RunningChain chain, List<MemberStatus> members, boolean ready)
            throws InterruptedException {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("ready", ready);
        root.put("bootstrapServers", chain.bootstrapServers());
        root.put("topicPrefix", chain.topicPrefix());
        root.put("supervisor", chain.supervisor().pid());
        ChainRelease release = ChainRelease.of(chain);
        root.put("release", release.pinned().orElse(null));
        root.put("releaseProblem", release.problem().orElse(null));
        root.put("disk", disk().orElse(null));
        ArrayNode services = root.putArray("services");
        for (MemberStatus status : members) {
            ObjectNode node = services.addObject();
            node.put("name", status.member().name());
            node.put("process", status.alive() ? status.member().process().pid() : null);
            node.put("health", status.health());
            node.put("why", status.why().orElse(null));
            node.put("lastEnd", status.member().lastEnd());
            node.put("port", status.member().port());
            node.put("lag", status.lag().orElse(null));
            node.put(
                    "memoryBytes",
                    status.memory().map(ProcessMemory::residentBytes).orElse(null));
            node.put(
                    "peakMemoryBytes",
                    status.memory().map(ProcessMemory::peakBytes).orElse(null));
            node.put("restarts", status.member().restarts());
            node.put("log", status.member().log().toString());
        }
        return Json.line(root);
    }
}
