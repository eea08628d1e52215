package io.fogatlas.benchmarks.quality;

import io.fogatlas.benchmarks.ProofShape;
import io.fogatlas.benchmarks.instances.ApplicationShape;
import io.fogatlas.benchmarks.instances.NetworkShape;
import io.fogatlas.benchmarks.report.Profile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What is run for how long.
 *
 * @param cases the kinds of requests
 * @param seeds how many requests of each
 * @param deep of how many of them runners are given until the last of the times; of the others until the one before
 * @param times when scores are compared, ascending, at least two
 * @param warmUp how long each runner is warmed up
 */
record QualityPlan(List<Case> cases, int seeds, int deep, List<Duration> times, Duration warmUp) {
    private static final List<Duration> TIMES =
            List.of(Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofSeconds(10));

    static QualityPlan of(Profile profile) {
        return switch (profile) {
            case SHORT ->
                new QualityPlan(
                        List.of(Case.proof(ProofShape.TIGHT, 12, 5), Case.shops("abilene", 1, 500)),
                        1,
                        1,
                        List.of(Duration.ofMillis(50), Duration.ofMillis(200)),
                        Duration.ofMillis(200));
            case STANDARD -> new QualityPlan(usualCases(), 5, 1, TIMES, Duration.ofSeconds(5));
            case LONG -> {
                List<Case> all = new ArrayList<>(usualCases());
                all.addAll(furtherCases());
                yield new QualityPlan(all, 5, 5, TIMES, Duration.ofSeconds(10));
            }
        };
    }

    private static List<Case> usualCases() {
        return List.of(
                Case.proof(ProofShape.LOOSE, 50, 20),
                Case.proof(ProofShape.TIGHT, 50, 20),
                Case.proof(ProofShape.TIGHT, 200, 30),
                Case.shops("cogentco", 1, 300),
                Case.shops("us-carrier", 4, 400),
                Case.shops("geant2010", 3, 500),
                Case.generated(NetworkShape.FOG_TREE, 100, ApplicationShape.TREE, 30, 30),
                Case.generated(NetworkShape.METRO_RINGS, 100, ApplicationShape.FAN_OUT, 30, 5),
                Case.generated(NetworkShape.METRO_RINGS, 100, ApplicationShape.FAN_OUT, 30, 20),
                Case.generated(NetworkShape.RANDOM_GEOMETRIC, 200, ApplicationShape.CYCLIC, 40, 20),
                Case.city(125, ApplicationShape.TREE, 40, 20),
                Case.generated(NetworkShape.FOG_TREE, 1000, ApplicationShape.TREE, 200, 20));
    }

    private static List<Case> furtherCases() {
        return List.of(
                Case.proof(ProofShape.LOOSE, 200, 30),
                Case.proof(ProofShape.LOOSE, 1000, 100),
                Case.proof(ProofShape.TIGHT, 500, 60),
                Case.shops("interoute", 6, 300),
                Case.generated(NetworkShape.FOG_TREE, 100, ApplicationShape.CHAIN, 30, 5),
                Case.generated(NetworkShape.RANDOM_GEOMETRIC, 200, ApplicationShape.CYCLIC, 40, 5),
                Case.city(125, ApplicationShape.TREE, 40, 5),
                Case.generated(NetworkShape.METRO_RINGS, 1000, ApplicationShape.CYCLIC, 100, 20));
    }

    /** When scores are compared on the request of a number from 0. */
    List<Duration> times(int number) {
        return number < deep ? times : times.subList(0, times.size() - 1);
    }

    Duration usual() {
        return times.get(times.size() - 2);
    }

    Duration longest() {
        return times.get(times.size() - 1);
    }
}
