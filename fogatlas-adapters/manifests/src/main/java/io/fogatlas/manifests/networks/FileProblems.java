package io.fogatlas.manifests.networks;

import io.fogatlas.manifests.ManifestException;
import io.fogatlas.manifests.ManifestProblem;
import io.fogatlas.model.InvalidModelException;
import io.fogatlas.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Collects what is wrong with files that are read together; not thread-safe. */
final class FileProblems {
    /** More than so many are counted, not listed. */
    private static final int MAX_LISTED = 100;

    /** Longer texts of a file are cut where a message quotes them. */
    private static final int MAX_QUOTED = 80;

    private final String file;
    private final List<ManifestProblem> found;
    private final AtomicInteger unlisted;

    FileProblems(String file) {
        this(file, new ArrayList<>(), new AtomicInteger());
    }

    private FileProblems(String file, List<ManifestProblem> found, AtomicInteger unlisted) {
        this.file = file;
        this.found = found;
        this.unlisted = unlisted;
    }

    /** Collects what is wrong with another file into the same list. */
    FileProblems of(String anotherFile) {
        return new FileProblems(anotherFile, found, unlisted);
    }

    String file() {
        return file;
    }

    static ManifestException refusal(String file, String text) {
        return new ManifestException(List.of(new ManifestProblem(file, 0, "", "", text)));
    }

    /** Makes what a file says fit for one line of a message. */
    static String quoted(String text) {
        String cut = text.length() > MAX_QUOTED ? text.substring(0, MAX_QUOTED) + "…" : text;
        return "'" + cut.replaceAll("\\p{Cntrl}", "?") + "'";
    }

    void add(int line, String kind, String name, String text) {
        if (found.size() < MAX_LISTED) {
            String quoted = quoted(name);
            found.add(new ManifestProblem(file, line, kind, quoted.substring(1, quoted.length() - 1), text));
        } else {
            unlisted.incrementAndGet();
        }
    }

    void addAll(InvalidModelException refused) {
        for (Problem problem : refused.problems()) {
            add(0, problem.kind(), problem.name(), problem.text());
        }
    }

    /** Adds a problem that makes reading on senseless, and ends. */
    ManifestException fatal(int line, String text) {
        add(line, "", "", text);
        return refusal();
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw refusal();
        }
    }

    private ManifestException refusal() {
        List<ManifestProblem> all = new ArrayList<>(found);
        if (unlisted.get() > 0) {
            all.add(new ManifestProblem(file, 0, "", "", "has " + unlisted + " more problems"));
        }
        return new ManifestException(all);
    }
}
