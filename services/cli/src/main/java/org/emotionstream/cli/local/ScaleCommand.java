package org.emotionstream.cli.local;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.emotionstream.cli.broker.BrokerCheck;
import org.emotionstream.cli.broker.ClientSettings;
import org.emotionstream.cli.chain.Instance;
import org.emotionstream.cli.chain.MemberStatus;
import org.emotionstream.cli.chain.RunFiles;
import org.emotionstream.cli.chain.RunningChain;
import org.emotionstream.cli.chain.WaitingLines;
import org.emotionstream.cli.checkout.Checkout;
import org.emotionstream.cli.options.ClientConfigOption;
import org.emotionstream.cli.records.ChainClients;
import org.emotionstream.cli.terminal.CommandException;
import org.emotionstream.cli.terminal.Console;
import org.emotionstream.cli.terminal.ExitCodes;
import org.emotionstream.events.configuration.ServiceNames;
import org.emotionstream.events.configuration.Topics;
import org.emotionstream.events.inspection.TopicCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code scale}: more or fewer processes of one service of the running chain. */
@Command(
        name = "scale",
        description = "Run this many instances of one service of the chain that up has started. The instances share "
                + "the partitions of the input topic, so more instances than partitions are refused. 0 stops the "
                + "service. After down, up starts one instance of each service again.",
        footer = {"", "Exit code 0 when all of them are ready.", ExitCodes.HELP})
public final class ScaleCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long MILLIS_BETWEEN_LOOKS = 250;

    @Parameters(index = "0", paramLabel = "SERVICE", description = "For example featurizer or cnn-worker-model-1.")
    private String service;

    @Parameters(index = "1", paramLabel = "COUNT", description = "How many processes, from 0.")
    private int count;

    @Mixin
    private ClientConfigOption clientConfig;

    @Override
    public Integer call() throws InterruptedException {
        CommandException.check(
                ServiceNames.ALL.contains(service),
                "SERVICE: expected one of " + String.join(", ", ServiceNames.ALL) + ", found \"" + service + "\"");
        RunFiles files = new RunFiles(Checkout.current().run());
        RunningChain before = files.requireRunning();
        check(before);
        files.want(service, count);
        Console console = Console.ofProcess();
        WaitingLines lines = new WaitingLines(console::progress);
        Map<String, Integer> restarts = restarts(before);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<MemberStatus> members = members(files);
        while (members.size() != count || !members.stream().allMatch(MemberStatus::ready)) {
            members.forEach(status -> checkRuns(status, restarts));
            if (System.nanoTime() > deadline) {
                throw new CommandException(
                        ExitCodes.SERVICE,
                        "not " + count + " ready after " + PATIENCE.toSeconds() + " s: " + words(members));
            }
            members.forEach(status ->
                    status.why().ifPresent(why -> lines.waiting(status.member().name(), why)));
            TimeUnit.MILLISECONDS.sleep(MILLIS_BETWEEN_LOOKS);
            members = members(files);
        }
        console.result(service + ": " + count + " ready" + (count == 0 ? "" : ": " + words(members)));
        return ExitCodes.OK;
    }

    private static Map<String, Integer> restarts(RunningChain chain) {
        Map<String, Integer> restarts = new HashMap<>();
        chain.processes().forEach(member -> restarts.put(member.name(), member.restarts()));
        return restarts;
    }

    /** A process that ends is started again and again: its cause is reported at once, not after two minutes. */
    private static void checkRuns(MemberStatus status, Map<String, Integer> restarts) {
        RunningChain.Member member = status.member();
        boolean ended = member.restarts() > restarts.getOrDefault(member.name(), 0);
        if (ended && member.lastEnd() != null) {
            throw new CommandException(
                    ExitCodes.SERVICE,
                    member.lastEnd() + "; it is started again, and ./emotionstream status shows how it is; its log: "
                            + member.log());
        }
    }

    private void check(RunningChain chain) {
        int most = service.equals(ServiceNames.COMBINER) ? 1 : partitions(chain);
        CommandException.check(
                count >= 0 && count <= most,
                service.equals(ServiceNames.COMBINER)
                        ? "COUNT: expected 0 or 1, found " + count
                                + ": up runs at most one combiner, because each needs a disk of its own"
                        : "COUNT: expected 0 to " + most + ", found " + count + ": the input of " + service + " has "
                                + most + " partitions, and one more instance would be idle");
    }

    private int partitions(RunningChain chain) {
        Topics topics = chain.topics();
        new BrokerCheck(ClientSettings.of(chain.bootstrapServers(), topics))
                .require(List.of(), "./emotionstream status shows its state");
        List<String> inputs = topics.inputsByGroup().get(topics.group(service));
        try (ChainClients clients = ChainClients.of(chain.bootstrapServers(), topics);
                var admin = clients.admin()) {
            return clients.ask(() -> new TopicCheck(admin).partitions(inputs))
                    .values()
                    .iterator()
                    .next();
        }
    }

    private List<MemberStatus> members(RunFiles files) throws InterruptedException {
        return MemberStatus.of(files.requireRunning()).stream()
                .filter(status -> Instance.of(status.member().name()).service().equals(service))
                .toList();
    }

    private static String words(List<MemberStatus> members) {
        return members.stream()
                .map(status -> status.member().name() + " (process "
                        + status.member().process().pid() + ", " + status.health()
                        + status.why().map(why -> ": " + why).orElse("") + ")")
                .collect(Collectors.joining(", "));
    }
}
