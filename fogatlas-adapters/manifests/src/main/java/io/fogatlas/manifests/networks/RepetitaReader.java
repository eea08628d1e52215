package io.fogatlas.manifests.networks;

import io.fogatlas.manifests.networks.NetworkDraft.Edge;
import io.fogatlas.manifests.networks.NetworkDraft.Node;
import io.fogatlas.manifests.networks.NetworkDraft.Position;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads REPETITA's {@code .graph} (S. Gay, P. Schaus, S. Vissicchio: "REPETITA: Repeatable Experiments for Performance Evaluation of
 * Traffic-Engineering Algorithms", arXiv 1710.08665): {@code NODES n}, a heading, n lines {@code label x y}, {@code EDGES m}, a
 * heading, m lines {@code label src dest weight bw delay}. Edges are directed, ends are positions in the list of nodes from 0,
 * bandwidth is in kbit/s and delay in microseconds; {@code 0.0 0.0} is no position. Weights are left out.
 */
final class RepetitaReader {
    private static final long BPS_PER_KBPS = 1000;

    private final FileProblems problems;
    private final NetworkDraft draft;
    private final BufferedReader lines;
    private int line;

    private RepetitaReader(NetworkFile file, FileProblems problems, String name) {
        this.problems = problems;
        draft = new NetworkDraft(NetworkFormat.REPETITA, name);
        lines = new BufferedReader(new StringReader(FileText.of(file, problems)));
    }

    static NetworkDraft read(NetworkFile file, FileProblems problems, String name) {
        return new RepetitaReader(file, problems, name).read();
    }

    private NetworkDraft read() {
        long nodes = count("NODES");
        heading("label x y");
        for (long node = 0; node < nodes; node++) {
            readNode(fields("node " + node + " of " + nodes, 3));
        }
        long edges = count("EDGES");
        heading("label src dest weight bw delay");
        for (long edge = 0; edge < edges; edge++) {
            readEdge(fields("edge " + edge + " of " + edges, 6));
        }
        String rest = nextLine();
        if (rest != null) {
            throw problems.fatal(
                    line, "nothing is expected after the last edge, but found " + FileProblems.quoted(rest));
        }
        return draft;
    }

    private void readNode(String[] fields) {
        Optional<BigDecimal> x = number("Node", fields[0], "x", fields[1]);
        Optional<BigDecimal> y = number("Node", fields[0], "y", fields[2]);
        boolean unknown =
                x.isEmpty() || y.isEmpty() || (x.get().signum() == 0 && y.get().signum() == 0);
        draft.nodes()
                .add(new Node(fields[0], unknown ? Optional.empty() : Optional.of(new Position(y.get(), x.get()))));
    }

    private void readEdge(String[] fields) {
        int source = end(fields[0], "src", fields[1]);
        int target = end(fields[0], "dest", fields[2]);
        number("Edge", fields[0], "weight", fields[3]);
        OptionalLong bandwidth = amount(fields[0], "bw", fields[4], BPS_PER_KBPS, RoundingMode.DOWN);
        OptionalLong delay = amount(fields[0], "delay", fields[5], 1, RoundingMode.CEILING);
        if (source >= 0 && target >= 0) {
            draft.edges().add(new Edge("", source, target, bandwidth, delay, true));
        }
    }

    private int end(String edge, String column, String text) {
        int nodes = draft.nodes().size();
        if (text.matches("[0-9]{1,9}") && Integer.parseInt(text) < nodes) {
            return Integer.parseInt(text);
        }
        problems.add(
                line,
                "Edge",
                edge,
                column + " must be the position of a node, from 0 to " + (nodes - 1) + ", but is "
                        + FileProblems.quoted(text));
        return -1;
    }

    private OptionalLong amount(String edge, String column, String text, long unit, RoundingMode rounding) {
        Optional<BigDecimal> number = number("Edge", edge, column, text);
        OptionalLong amount = number.isEmpty() ? OptionalLong.empty() : Decimals.amount(number.get(), unit, rounding);
        if (number.isPresent() && amount.isEmpty()) {
            problems.add(line, "Edge", edge, column + " is negative or too large: " + FileProblems.quoted(text));
        }
        return amount;
    }

    private Optional<BigDecimal> number(String kind, String name, String column, String text) {
        Optional<BigDecimal> number = Decimals.parse(text);
        if (number.isEmpty()) {
            problems.add(line, kind, name, column + " must be a number, but is " + FileProblems.quoted(text));
        }
        return number;
    }

    private long count(String word) {
        String[] fields = fields("'" + word + "' and a count", 2);
        if (!fields[0].equals(word) || !fields[1].matches("[0-9]{1,9}")) {
            throw problems.fatal(
                    line,
                    "expected '" + word + "' and a count, but found " + FileProblems.quoted(String.join(" ", fields)));
        }
        return Long.parseLong(fields[1]);
    }

    private void heading(String columns) {
        String[] expected = columns.split(" ", -1);
        String found = String.join(" ", fields("the heading '" + columns + "'", expected.length));
        if (!found.equals(columns)) {
            throw problems.fatal(
                    line, "expected the heading '" + columns + "', but found " + FileProblems.quoted(found));
        }
    }

    private String[] fields(String expected, int count) {
        String text = nextLine();
        if (text == null) {
            throw problems.fatal(line, "expected " + expected + ", but the file ends");
        }
        String[] fields = text.strip().split("\\s+", count + 1);
        if (fields.length != count) {
            throw problems.fatal(
                    line,
                    "expected " + expected + " with " + count + " fields, but found " + FileProblems.quoted(text));
        }
        return fields;
    }

    /** Gives the next line that is not blank; null at the end of the file. */
    private @Nullable String nextLine() {
        try {
            String text = lines.readLine();
            line++;
            while (text != null && text.isBlank()) {
                text = lines.readLine();
                line++;
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
