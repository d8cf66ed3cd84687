package org.emotionstream.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of {@code docs/runbook}, a guide or the README: its blocks with a marker {@code <!-- tried: NAME -->} on the line above. A block of
 * text that follows such a block at once is what comes out: lines that begin so, in this order, others between; {@code
 * ...} stands for anything.
 *
 * @param name of the file
 * @param blocks by name, in order
 */
record RunbookPage(String name, Map<String, Block> blocks) {
    private static final Pattern MARKER = Pattern.compile("<!-- tried: (.+) -->");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
    private static final String FENCE = "```";
    private static final Pattern COMMANDS = Pattern.compile(FENCE + "(sh|python|js)");

    /**
     * Commands.
     *
     * @param language that they are written in: sh, python or js
     * @param commands for bash, or a program
     * @param printed what the page says comes out
     */
    record Block(String language, String commands, List<String> printed) {
        /** The first line of the page that did not come out in its place; empty when all did. */
        Optional<String> notPrinted(List<String> output) {
            int next = 0;
            for (String line : printed) {
                Pattern pattern = pattern(ofAnyTime(line));
                while (next < output.size()
                        && !pattern.matcher(ofAnyTime(output.get(next))).lookingAt()) {
                    next++;
                }
                if (next++ >= output.size()) {
                    return Optional.of(line);
                }
            }
            return Optional.empty();
        }

        /** A page has the time at which somebody wrote it. */
        private static String ofAnyTime(String line) {
            return TIME.matcher(line).replaceAll("TIME");
        }

        private static Pattern pattern(String line) {
            String quoted = Pattern.quote(line.replaceAll("\\s*\\.\\.\\.\\s*", "..."));
            // Columns may be of another width. One quantifier a gap, and possessive: others backtrack for hours.
            return Pattern.compile(quoted.replace("...", "\\E.*\\Q").replaceAll(" +", "\\\\E\\\\s++\\\\Q"));
        }
    }

    static Path folder() {
        return CommandLineInterface.root().resolve("docs/runbook");
    }

    /**
     * A page.
     *
     * @param name of a file of the runbook, or of one elsewhere from the checkout on: README.md, docs/guides/...
     */
    static RunbookPage read(String name) throws IOException {
        boolean elsewhere = name.equals("README.md") || name.startsWith("docs/");
        Path folder = elsewhere ? CommandLineInterface.root() : folder();
        return of(name, Files.readAllLines(folder.resolve(name)));
    }

    static RunbookPage of(String name, List<String> lines) {
        Map<String, Block> blocks = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher marker = MARKER.matcher(lines.get(i));
            if (marker.matches()) {
                Matcher fence = COMMANDS.matcher(i + 1 < lines.size() ? lines.get(i + 1) : "");
                List<String> commands = fence.matches() ? fenced(lines, i + 1, fence.group()) : List.of();
                List<String> printed = fenced(lines, i + 3 + commands.size(), FENCE + "text");
                if (commands.isEmpty() || blocks.containsKey(marker.group(1))) {
                    throw new IllegalArgumentException(
                            name + " needs one block of commands under " + lines.get(i) + ", of a name of its own");
                }
                blocks.put(marker.group(1), new Block(fence.group(1), String.join("\n", commands), printed));
            }
        }
        return new RunbookPage(name, blocks);
    }

    /** The lines of the block that begins at this line; none when none begins there. */
    private static List<String> fenced(List<String> lines, int at, String fence) {
        List<String> inside = new ArrayList<>();
        if (at < lines.size() && lines.get(at).equals(fence)) {
            for (int i = at + 1; !lines.get(i).equals(FENCE); i++) {
                inside.add(lines.get(i));
            }
        }
        return inside;
    }
}
