package io.fogatlas.manifests;

import io.fogatlas.model.InvalidModelException;
import io.fogatlas.model.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/** Collects what is wrong and what is worth a warning, over all files. */
final class Notes {
    /** After so many problems the rest is only counted: nobody reads more, and a hostile file could bring millions. */
    private static final int MAX_PROBLEMS = 1000;

    private final List<String> files = new ArrayList<>();
    private final Set<ManifestProblem> problems = new LinkedHashSet<>();
    private final Set<ManifestProblem> warnings = new LinkedHashSet<>();
    private final Map<String, Counted> counted = new LinkedHashMap<>();
    private long found;
    private long untold;

    /** Something that happens often and is told once. */
    private static final class Counted {
        private final Origin first;
        private final LongFunction<String> text;
        private long count;

        private Counted(Origin first, LongFunction<String> text) {
            this.first = first;
            this.text = text;
        }
    }

    /** Problems are told in the order of their files. */
    void startFile(String file) {
        files.add(file);
    }

    void problem(Origin origin, String text) {
        found++;
        if (problems.size() < MAX_PROBLEMS) {
            problems.add(origin.problem(text));
        } else {
            untold++;
        }
    }

    void warning(Origin origin, String text) {
        if (warnings.size() < MAX_PROBLEMS) {
            warnings.add(origin.problem(text));
        }
    }

    /**
     * Warns once of what may happen often.
     *
     * @param key what happened
     * @param origin where; the first is told
     * @param text says how often
     */
    void count(String key, Origin origin, LongFunction<String> text) {
        if (counted.size() < MAX_PROBLEMS || counted.containsKey(key)) {
            counted.computeIfAbsent(key, absent -> new Counted(origin, text)).count++;
        }
    }

    /** How many problems were found so far: whoever reads a part compares before and after. */
    long found() {
        return found;
    }

    /**
     * Makes a value of the model.
     *
     * @return the value; the fallback if it was refused, which is noted
     */
    <T> T make(Origin origin, Supplier<T> maker, Supplier<T> fallback) {
        try {
            return maker.get();
        } catch (InvalidModelException refused) {
            for (Problem problem : refused.problems()) {
                boolean same = problem.kind().equals(origin.kind())
                        || problem.name().isEmpty()
                        || origin.name().isEmpty();
                problem(origin, same ? problem.text() : problem.toString());
            }
            return fallback.get();
        }
    }

    List<ManifestProblem> warnings() {
        List<ManifestProblem> all = new ArrayList<>(warnings);
        counted.values().forEach(entry -> all.add(entry.first.problem(entry.text.apply(entry.count))));
        return sorted(all);
    }

    void throwIfAny() {
        if (found == 0) {
            return;
        }
        List<ManifestProblem> all = new ArrayList<>(sorted(problems));
        if (untold > 0) {
            all.add(new ManifestProblem("", 0, "", "", "and " + untold + " more problems"));
        }
        throw new ManifestException(all);
    }

    private List<ManifestProblem> sorted(Collection<ManifestProblem> unsorted) {
        Map<String, Integer> order = new LinkedHashMap<>();
        files.forEach(file -> order.putIfAbsent(file, order.size()));
        List<ManifestProblem> copy = new ArrayList<>(unsorted);
        copy.sort(Comparator.<ManifestProblem>comparingInt(
                        problem -> order.getOrDefault(problem.file(), Integer.MAX_VALUE))
                .thenComparingInt(ManifestProblem::line));
        return copy;
    }
}
