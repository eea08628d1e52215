package io.fogatlas.placement.portfolio;

import io.fogatlas.placement.Answer;
import io.fogatlas.placement.PlacementAlgorithm;
import io.fogatlas.placement.Reason;
import io.fogatlas.placement.Search;
import io.fogatlas.placement.decomposition.Decomposition;
import io.fogatlas.placement.decomposition.LowerBound;
import io.fogatlas.placement.exact.IlpAlgorithm;
import io.fogatlas.placement.exact.MissingSolverException;
import io.fogatlas.placement.greedy.GreedyAlgorithm;
import io.fogatlas.placement.local.LocalSearchAlgorithm;
import io.fogatlas.placement.problem.PlacementProblem;
import io.fogatlas.placement.verification.NecessaryConditions;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * All algorithms on one incumbent, anytime: first {@code greedy} and the lower bound, both in milliseconds; then a short turn of
 * {@code local-search}; then {@code local-search} on a thread of its own beside {@code ilp}, each of which uses what the other finds, until
 * one of them proves the best, or time is up, or what is wanted is reached.
 *
 * <p>With a work budget there is one thread, and the members take turns of fixed shares of it, so that the same budget and seed give the
 * same answer on every machine. Without one, small problems are solved in the first turns and give the same answer every time too; on
 * larger ones it may depend on who is first.
 *
 * <p>Where the solver that {@code ilp} needs is missing, the search goes on with the part of it that needs none; that is logged once, and
 * among the reasons if nothing is found. Thread-safe; remembers nothing but that it has logged this.
 */
public final class PortfolioAlgorithm implements PlacementAlgorithm {
    /** Steps of local search before two threads are worth their while: some milliseconds. */
    private static final long FIRST_STEPS = 20_000;

    /** The shares of a work budget: one part for local search before the exact algorithm, four for that, and what is left. */
    private static final long PARTS = 8;

    private static final long EXACT_PARTS = 4;

    private static final Logger LOGGER = System.getLogger(PortfolioAlgorithm.class.getName());

    private final AtomicBoolean toldOfMissing = new AtomicBoolean();
    private final PlacementAlgorithm first;
    private final Optional<PlacementAlgorithm> improving;
    private final Optional<PlacementAlgorithm> exact;

    /** Takes the algorithms of this library. */
    public PortfolioAlgorithm() {
        this(new GreedyAlgorithm(), Optional.of(new LocalSearchAlgorithm()), Optional.of(new IlpAlgorithm()));
    }

    PortfolioAlgorithm(
            PlacementAlgorithm first, Optional<PlacementAlgorithm> improving, Optional<PlacementAlgorithm> exact) {
        this.first = Objects.requireNonNull(first, "first");
        this.improving = Objects.requireNonNull(improving, "improving");
        this.exact = Objects.requireNonNull(exact, "exact");
    }

    @Override
    public String name() {
        return "portfolio";
    }

    @Override
    public List<String> aliases() {
        return List.of("DAG");
    }

    @Override
    public String description() {
        return "a good placement in milliseconds, then better ones until the best is proved or time is up";
    }

    @Override
    public Answer solve(PlacementProblem problem, Search search) {
        List<Reason> reasons = Members.run(first, problem, search).reasons();
        if (!search.isOver()) {
            LowerBound.claim(problem, search);
        }
        boolean hopeless = search.best().isEmpty()
                && !NecessaryConditions.broken(problem.request()).isEmpty();
        if (hopeless || search.isOver()) {
            return Answer.nothing(reasons);
        }
        Answer last = problem.request().limits().work().isPresent()
                ? inTurns(problem, search, problem.request().limits().work().getAsLong())
                : sideBySide(problem, search);
        return last.infeasibleBy().isEmpty() ? Answer.nothing(joined(reasons, last.reasons())) : last;
    }

    private Answer inTurns(PlacementProblem problem, Search search, long work) {
        improve(problem, search.turn(OptionalLong.of(work / PARTS)));
        Answer answer = prove(problem, search.turn(OptionalLong.of(work / PARTS * EXACT_PARTS)));
        if (answer.infeasibleBy().isEmpty()) {
            improve(problem, search);
        }
        return answer;
    }

    private Answer sideBySide(PlacementProblem problem, Search search) {
        improve(problem, search.turn(OptionalLong.of(FIRST_STEPS)));
        if (search.isOver()) {
            return Answer.asOffered();
        }
        Optional<Companion> companion =
                improving.map(member -> Companion.start(member, problem, search.turn(OptionalLong.empty())));
        boolean answered = false;
        try {
            Answer answer = prove(problem, search);
            answered = answer.infeasibleBy().isEmpty();
            return answer;
        } finally {
            companion.ifPresent(answered ? Companion::await : Companion::stop);
        }
    }

    private void improve(PlacementProblem problem, Search turn) {
        if (!turn.isOver()) {
            improving.ifPresent(member -> Members.run(member, problem, turn));
        }
    }

    private Answer prove(PlacementProblem problem, Search turn) {
        if (turn.isOver() || exact.isEmpty()) {
            return Answer.asOffered();
        }
        try {
            return Members.run(exact.get(), problem, turn);
        } catch (MissingSolverException missing) {
            String text = String.valueOf(missing.getMessage());
            if (!toldOfMissing.getAndSet(true)) {
                LOGGER.log(Level.WARNING, "Less will be proved. " + text);
            }
            Decomposition.run(problem, turn);
            return Answer.nothing(List.of(new Reason("", text)));
        }
    }

    private static List<Reason> joined(List<Reason> some, List<Reason> others) {
        List<Reason> joined = new ArrayList<>(some);
        joined.addAll(others);
        return joined;
    }
}
