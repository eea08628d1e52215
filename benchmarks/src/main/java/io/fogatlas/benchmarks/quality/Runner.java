package io.fogatlas.benchmarks.quality;

import io.fogatlas.benchmarks.TimedPlacement;
import io.fogatlas.benchmarks.textbook.TextbookModel;
import io.fogatlas.benchmarks.textbook.TextbookScope;
import io.fogatlas.benchmarks.textbook.TextbookSolver;
import io.fogatlas.benchmarks.timefold.TimefoldModel;
import io.fogatlas.placement.PlacementAlgorithm;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.Progress;
import io.fogatlas.placement.Score;
import io.fogatlas.placement.SearchLimits;
import io.fogatlas.placement.verification.PlacementVerifier;
import io.fogatlas.placement.verification.Verification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Somebody who looks for better and better placements: an installed algorithm, or a peer. */
interface Runner {
    /** How it is called in options and output. */
    String name();

    /** Whether it is none of ours. */
    boolean isPeer();

    /**
     * Runs.
     *
     * @param request what is to be placed where
     * @param seed where random choices start from
     * @param times when its best so far is wanted, ascending; the last one is the deadline
     */
    Trace run(PlacementRequest request, long seed, List<Duration> times);

    /** Lists the peers. */
    static List<Runner> peers() {
        return Stream.<Runner>concat(
                        Stream.of(TimefoldModel.values()).map(Timefold::new),
                        TextbookSolver.all().stream().map(Textbook::new))
                .toList();
    }

    /** Has a peer run, unless the request asks for what its model does not know. */
    private static Trace ofPeer(PlacementRequest request, Supplier<Trace> run) {
        try {
            TextbookScope.check(request);
        } catch (IllegalArgumentException unknown) {
            return Trace.none("not asked: " + unknown.getMessage());
        }
        return run.get();
    }

    /** Verifies what a peer found, and keeps what is better than all before. */
    private static Trace verified(PlacementRequest request, List<TimedPlacement> found) {
        List<Trace.Step> steps = new ArrayList<>();
        int broken = 0;
        String rule = "";
        double best = Double.POSITIVE_INFINITY;
        for (TimedPlacement each : found) {
            Verification verification = PlacementVerifier.verify(request, each.placement());
            double score = verification.score().map(Score::value).orElse(Double.POSITIVE_INFINITY);
            if (!verification.isValid()) {
                broken++;
                rule = verification.violations().get(0).toString();
            } else if (score < best) {
                best = score;
                steps.add(new Trace.Step(each.elapsed(), score));
            }
        }
        return new Trace(steps, 0, broken == 0 ? "" : broken + " placements break rules, such as " + rule);
    }

    /**
     * An installed algorithm. Its time is that of everything: compiling the request, searching, verifying.
     *
     * @param engine the engine that runs it
     * @param algorithm the algorithm
     */
    record Installed(PlacementEngine engine, PlacementAlgorithm algorithm) implements Runner {
        @Override
        public String name() {
            return algorithm.name();
        }

        @Override
        public boolean isPeer() {
            return false;
        }

        @Override
        public Trace run(PlacementRequest request, long seed, List<Duration> times) {
            PlacementRequest limited = request.toBuilder()
                    .limits(new SearchLimits(times.get(times.size() - 1), seed))
                    .build();
            List<Trace.Step> steps = Collections.synchronizedList(new ArrayList<>());
            double bound = engine.place(limited, algorithm, progress -> add(progress, steps))
                    .bound()
                    .orElse(0);
            return new Trace(steps, bound, "");
        }

        /** Called by one thread at a time; better bounds are told too. */
        private static void add(Progress progress, List<Trace.Step> steps) {
            progress.score().ifPresent(score -> {
                if (steps.isEmpty() || score < steps.get(steps.size() - 1).score()) {
                    steps.add(new Trace.Step(progress.elapsed(), score));
                }
            });
        }
    }

    /**
     * Timefold.
     *
     * @param model how it is told what is to be placed
     */
    record Timefold(TimefoldModel model) implements Runner {
        @Override
        public String name() {
            return model.key();
        }

        @Override
        public boolean isPeer() {
            return true;
        }

        @Override
        public Trace run(PlacementRequest request, long seed, List<Duration> times) {
            return ofPeer(request, () -> verified(request, model.solve(request, times.get(times.size() - 1), seed)));
        }
    }

    /**
     * A solver on the textbook model without what is out of reach. Writing the model and reading placements is given to it for free.
     *
     * @param solver the solver
     */
    record Textbook(TextbookSolver solver) implements Runner {
        /** More than that takes solvers far longer to read than any deadline here. */
        private static final int MOST_COLUMNS = 400_000;

        @Override
        public String name() {
            return solver.key();
        }

        @Override
        public boolean isPeer() {
            return true;
        }

        @Override
        public Trace run(PlacementRequest request, long seed, List<Duration> times) {
            return ofPeer(request, () -> improve(request, times));
        }

        private Trace improve(PlacementRequest request, List<Duration> times) {
            TextbookModel model = TextbookModel.pruned(request);
            return model.columns() > MOST_COLUMNS
                    ? Trace.none("not asked: the model has " + model.columns() + " columns")
                    : verified(request, solver.improve(model, times));
        }
    }
}
