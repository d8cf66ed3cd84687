package org.emotionstream.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.emotionstream.bench.chain.BenchChain;
import org.emotionstream.bench.chain.MeasuredCheckout;
import org.emotionstream.bench.chain.StepPrograms;
import org.emotionstream.bench.human.HumanProgram;
import org.emotionstream.bench.inputs.InputFolder;
import org.emotionstream.bench.inputs.InputKind;
import org.emotionstream.bench.report.BenchFigures;
import org.emotionstream.bench.report.MeasuredRounds;
import org.emotionstream.bench.report.Rounds;
import org.emotionstream.cli.pictures.DefaultPictures;

/**
 * One run of the command: every input, and for each input the rounds.
 *
 * @param checkout that is measured
 * @param baseline that it is compared with; empty for none
 * @param human the peer that its steps are compared with, in place of a baseline and of a chain; empty for none
 * @param folder for what a run writes
 * @param plan of the run
 * @param progress gets a line for each step
 */
record BenchRun(
        MeasuredCheckout checkout,
        Optional<MeasuredCheckout> baseline,
        Optional<HumanProgram> human,
        Path folder,
        BenchPlan plan,
        Consumer<String> progress) {
    /** The figures of our steps that the peer has, too. */
    private static final Set<String> OF_BOTH = Set.of("decode", "sum", "rounds", "faces");

    /** Ends with a number that grows when pictures are made in another way. */
    private static final String INPUTS = "inputs-1";

    /** The figures of each input. */
    Map<InputKind, MeasuredRounds> measure() throws InterruptedException {
        InputFolder inputs = new InputFolder(folder.resolve(INPUTS));
        StepPrograms programs = new StepPrograms(folder.resolve("programs"), inputs);
        if (!inputs.isComplete()) {
            progress.accept("making the pictures");
            programs.makeInputs(checkout, new DefaultPictures(folder.resolve("photographs"), progress).find());
        }
        if (human.isPresent() && !human.get().isInstalled()) {
            progress.accept("npm installs " + HumanProgram.VERSION);
            human.get().install();
        }
        Map<InputKind, MeasuredRounds> results = new LinkedHashMap<>();
        for (InputKind kind : plan.inputs()) {
            results.put(kind, human.isPresent() ? againstHuman(kind, programs) : rounds(kind, programs));
        }
        return results;
    }

    private MeasuredRounds rounds(InputKind kind, StepPrograms programs) throws InterruptedException {
        String of = " of " + plan.rounds();
        String side = of + (baseline.isPresent() ? ", after" : "");
        return new Rounds(plan.rounds())
                .measure(
                        baseline.map(before -> round -> measured(before, kind, programs, round + of + ", before")),
                        round -> measured(checkout, kind, programs, round + side));
    }

    private MeasuredRounds againstHuman(InputKind kind, StepPrograms programs) throws InterruptedException {
        String of = " of " + plan.rounds() + ": ";
        return new Rounds(plan.rounds())
                .measure(
                        Optional.of(round -> {
                            progress.accept(kind + ", round " + round + of + "human");
                            return ofBoth(human.get().measure(programs.inputs().of(kind)));
                        }),
                        round -> {
                            progress.accept(kind + ", round " + round + of + "steps in one thread");
                            return ofBoth(programs.measure(checkout, kind));
                        });
    }

    /** Those of these figures that both sides have. */
    static BenchFigures ofBoth(Map<String, Double> measured) {
        BenchFigures figures = new BenchFigures();
        measured.forEach((name, value) -> {
            if (OF_BOTH.contains(name)) {
                figures.add(name, unit(name), value);
            }
        });
        return figures;
    }

    private BenchFigures measured(MeasuredCheckout measured, InputKind kind, StepPrograms programs, String round)
            throws InterruptedException {
        Consumer<String> here = line -> progress.accept(kind + ", round " + round + ": " + line);
        here.accept("steps in one thread");
        BenchFigures figures = new BenchFigures();
        programs.measure(measured, kind).forEach((step, value) -> figures.add("steps." + step, unit(step), value));
        if (!plan.chain()) {
            return figures;
        }
        here.accept("up");
        try (BenchChain chain = new BenchChain(measured, folder.resolve("chain")).start(kind.smallestFace())) {
            figures.addAll(new ChainMeasurement(chain, plan, kind, here)
                    .measure(programs.inputs().pictures(kind)));
        }
        double steps = figures.value("steps.sum");
        return figures.add("saturation.over-steps", "", figures.value("saturation.cpu." + ChainFigures.ALL) / steps);
    }

    private static String unit(String step) {
        return switch (step) {
            case "rounds" -> "";
            case "faces" -> "/image";
            default -> "ms/image";
        };
    }
}
