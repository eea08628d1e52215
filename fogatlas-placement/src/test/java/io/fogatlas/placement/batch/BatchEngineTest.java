package io.fogatlas.placement.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fogatlas.model.InvalidModelException;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.LabelExpression;
import io.fogatlas.model.application.LabelSelector;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.PodAffinity;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.occupancy.Holding;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.Decision;
import io.fogatlas.placement.Fixtures;
import io.fogatlas.placement.Objective;
import io.fogatlas.placement.Outcome;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.SearchLimits;
import io.fogatlas.placement.SearchListener;
import io.fogatlas.placement.greedy.GreedyAlgorithm;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class BatchEngineTest {
    private static final Infrastructure LINE = Fixtures.line();

    private final BatchEngine engine = new BatchEngine(new PlacementEngine(List.of()));

    private static BatchRequest batch(Occupancy taken, BatchRequest.Entry... entries) {
        return new BatchRequest(LINE, Arrays.asList(entries), taken, Objective.DEFAULT, SearchLimits.DEFAULT);
    }

    private BatchDecision place(BatchRequest request) {
        return engine.place(request, new GreedyAlgorithm(), SearchListener.NONE);
    }

    private static BatchRequest.Entry entry(long value, ApplicationId id, Microservice... microservices) {
        Application.Builder application = Application.builder(id).addEndpoint("cam");
        Arrays.asList(microservices).forEach(application::add);
        return BatchRequest.Entry.of(application.build(), value);
    }

    private static BatchRequest.Entry entry(long value, String name, Microservice... microservices) {
        return entry(value, ApplicationId.of(name), microservices);
    }

    private static ApplicationId id(String name) {
        return ApplicationId.of(name);
    }

    @Test
    void placesAllThatFit() {
        BatchDecision decision = place(batch(
                Occupancy.NONE,
                entry(1, "one", Fixtures.pinned("m", 600, "a")),
                entry(1, "two", Fixtures.free("m", 600))));

        assertThat(decision.admitted()).containsExactly(id("one"), id("two"));
        assertThat(decision.outcome()).isEqualTo(Outcome.OPTIMAL);
        assertThat(decision.value()).isEqualTo(2);
        assertThat(decision.decisions()
                        .get(1)
                        .placement()
                        .orElseThrow()
                        .of("m")
                        .get(0)
                        .region())
                .isNotEqualTo("a");
    }

    @Test
    void placesOneWhereItLeavesRoomForTheOther() {
        BatchRequest.Entry free = new BatchRequest.Entry(
                Fixtures.application()
                        .add(Fixtures.free("near", 600))
                        .add(Fixtures.flow("cam", "near", 10))
                        .build(),
                1,
                Optional.empty());
        BatchRequest.Entry pinned = entry(1, "pinned", Fixtures.pinned("m", 600, "a"));

        BatchDecision decision = place(batch(Occupancy.NONE, free, pinned));

        assertThat(decision.admitted()).hasSize(2);
        assertThat(decision.score().orElseThrow().value()).isGreaterThanOrEqualTo(10);
    }

    @Test
    void leavesOutWhatIsWorthLessAndSaysWhatItCannotRunWith() {
        BatchDecision decision = place(batch(
                Occupancy.NONE,
                entry(2, "cheap", Fixtures.pinned("m", 600, "a")),
                entry(3, "dear", Fixtures.pinned("m", 600, "a")),
                entry(1, "elsewhere", Fixtures.pinned("m", 600, "b"))));

        assertThat(decision.admitted()).containsExactly(id("dear"), id("elsewhere"));
        assertThat(decision.leftOut()).containsExactly(id("cheap"));
        assertThat(decision.value()).isEqualTo(4);
        assertThat(decision.valueBound()).isEqualTo(4);
        assertThat(decision.outcome()).isEqualTo(Outcome.OPTIMAL);
        Decision cheap = decision.decisions().get(0);
        assertThat(cheap.outcome()).isEqualTo(Outcome.INFEASIBLE);
        assertThat(cheap.reasons().get(0).text()).isEqualTo("left out: it cannot run together with default/dear");
        assertThat(cheap.reasons().get(1).text()).contains("each needs 600m CPU", "region a");
    }

    @Test
    void admitsTwoThatTogetherAreWorthMoreThanOne() {
        BatchDecision decision = place(batch(
                Occupancy.NONE,
                entry(3, "large", Fixtures.pinned("m", 1000, "a")),
                entry(2, "half", Fixtures.pinned("m", 500, "a")),
                entry(2, "other-half", Fixtures.pinned("m", 500, "a"))));

        assertThat(decision.admitted()).containsExactly(id("half"), id("other-half"));
        assertThat(decision.outcome()).isEqualTo(Outcome.OPTIMAL);
    }

    @Test
    void admitsMoreApplicationsIfTheyAreWorthTheSame() {
        BatchDecision decision = place(batch(
                Occupancy.NONE,
                entry(4, "large", Fixtures.pinned("m", 1000, "a")),
                entry(2, "half", Fixtures.pinned("m", 500, "a")),
                entry(2, "other-half", Fixtures.pinned("m", 500, "a"))));

        assertThat(decision.admitted()).containsExactly(id("half"), id("other-half"));
    }

    @Test
    void prefersTheLowerScoreAndThenTheLowerIdsAmongEquals() {
        Application far = Application.builder(id("far"))
                .addEndpoint("cam")
                .add(Fixtures.pinned("m", 600, "b"))
                .add(Fixtures.flow("cam", "m", 20))
                .build();
        BatchRequest.Entry near = entry(1, "near", Fixtures.pinned("m", 600, "b"));

        assertThat(place(batch(Occupancy.NONE, BatchRequest.Entry.of(far, 1), near))
                        .admitted())
                .containsExactly(id("near"));
        assertThat(place(batch(
                                Occupancy.NONE,
                                entry(1, "y", Fixtures.pinned("m", 600, "b")),
                                entry(1, "x", Fixtures.pinned("m", 600, "b"))))
                        .admitted())
                .containsExactly(id("x"));
    }

    @Test
    void saysWhatCannotRunAtAll() {
        BatchDecision decision = place(batch(Occupancy.NONE, entry(5, "huge", Fixtures.free("m", 5000))));

        assertThat(decision.outcome()).isEqualTo(Outcome.INFEASIBLE);
        assertThat(decision.admitted()).isEmpty();
        assertThat(decision.score()).isEmpty();
        assertThat(decision.value()).isZero();
        assertThat(decision.valueBound()).isZero();
        assertThat(decision.decisions().get(0).reasons().get(0).text())
                .isEqualTo("left out: it cannot run, whatever else of the batch does");
    }

    private static BatchRequest.Entry running(long value, String name, Microservice microservice, String region) {
        Application application =
                Application.builder(id(name)).add(microservice).build();
        return new BatchRequest.Entry(application, value, Optional.of(in(microservice.name(), region)));
    }

    private static Placement in(String microservice, String region) {
        return new Placement(
                Map.of(microservice, List.of(new Assignment(region, 1, Map.of("node-" + region, 1)))), List.of());
    }

    private static Occupancy held(Occupancy taken, BatchRequest.Entry entry) {
        return taken.with(
                entry.application().id(),
                Holding.of(LINE, entry.application(), entry.current().orElseThrow()));
    }

    @Test
    void letsTwoChangePlaces() {
        BatchRequest.Entry one = running(1, "one", Fixtures.pinned("m", 900, "b"), "a");
        BatchRequest.Entry two = running(1, "two", Fixtures.pinned("m", 900, "a"), "b");

        BatchDecision decision = place(batch(held(held(Occupancy.NONE, one), two), one, two));

        assertThat(decision.admitted()).hasSize(2);
    }

    @Test
    void leavesToThoseLeftOutWhatTheyHold() {
        BatchRequest.Entry staying = running(1, "staying", Fixtures.free("m", 5000), "a");
        BatchRequest.Entry coming = entry(1, "coming", Fixtures.free("m", 100));
        Occupancy taken = held(Occupancy.NONE, staying);

        BatchDecision decision = place(batch(taken, staying, coming));

        assertThat(decision.admitted()).containsExactly(id("coming"));
        assertThat(decision.after().byApplication().get(id("staying")))
                .isEqualTo(taken.byApplication().get(id("staying")));
        assertThat(decision.decisions()
                        .get(1)
                        .placement()
                        .orElseThrow()
                        .of("m")
                        .get(0)
                        .region())
                .isNotEqualTo("a");
    }

    private static Microservice asking(PodAffinity rule) {
        return Microservice.builder("asking").addAffinity(rule).build();
    }

    private static Microservice asked(String region) {
        return Microservice.builder("asked")
                .addLabel("app", "asked")
                .addDemand(new io.fogatlas.model.application.RegionDemand(Optional.of(region), 1, Optional.empty()))
                .build();
    }

    private static final LabelSelector ASKED = new LabelSelector(List.of(LabelExpression.is("app", "asked")));

    @Test
    void putsTogetherWhatAffinitiesOfTheSameNamespaceAskFor() {
        BatchDecision decision = place(batch(
                Occupancy.NONE, entry(9, "asking", asking(PodAffinity.with(ASKED))), entry(1, "asked", asked("c"))));

        assertThat(decision.decisions()
                        .get(0)
                        .placement()
                        .orElseThrow()
                        .of("asking")
                        .get(0)
                        .region())
                .isEqualTo("c");
    }

    @Test
    void looksForReplicasInTheNamespacesThatAnAffinityNames() {
        BatchRequest.Entry other = entry(1, new ApplicationId("other", "asked"), asked("c"));

        BatchDecision blind = place(batch(Occupancy.NONE, entry(9, "asking", asking(PodAffinity.with(ASKED))), other));
        BatchDecision seeing = place(batch(
                Occupancy.NONE, entry(9, "asking", asking(new PodAffinity(ASKED, Set.of("other"), false))), other));

        assertThat(blind.admitted()).containsExactly(other.application().id());
        assertThat(seeing.admitted()).hasSize(2);
    }

    @Test
    void leavesOutOneOfTwoThatWaitForEachOther() {
        Microservice first = Microservice.builder("first")
                .addLabel("app", "first")
                .addAffinity(PodAffinity.with(ASKED))
                .build();
        Microservice second = Microservice.builder("second")
                .addLabel("app", "asked")
                .addAffinity(PodAffinity.with(new LabelSelector(List.of(LabelExpression.is("app", "first")))))
                .build();

        BatchDecision decision = place(batch(Occupancy.NONE, entry(1, "one", first), entry(1, "two", second)));

        assertThat(decision.outcome()).isEqualTo(Outcome.INFEASIBLE);
        assertThat(decision.admitted()).isEmpty();
    }

    @Test
    void tellsPartsApartWhoseNamesLookTheSameOnceJoined() {
        BatchDecision decision = place(batch(
                Occupancy.NONE,
                entry(1, new ApplicationId("n", "a/b"), Fixtures.pinned("c", 100, "a")),
                entry(1, new ApplicationId("n", "a"), Fixtures.pinned("b/c", 100, "b"))));

        assertThat(decision.decisions()
                        .get(0)
                        .placement()
                        .orElseThrow()
                        .of("c")
                        .get(0)
                        .region())
                .isEqualTo("a");
        assertThat(decision.decisions()
                        .get(1)
                        .placement()
                        .orElseThrow()
                        .of("b/c")
                        .get(0)
                        .region())
                .isEqualTo("b");
    }

    @Test
    void answersAtOnceWithoutTime() {
        BatchRequest request = new BatchRequest(
                LINE,
                List.of(
                        entry(1, "one", Fixtures.pinned("m", 600, "a")),
                        entry(1, "two", Fixtures.pinned("m", 600, "a"))),
                Occupancy.NONE,
                Objective.DEFAULT,
                new SearchLimits(Duration.ZERO, 0));

        BatchDecision decision = place(request);

        assertThat(decision.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(decision.valueBound()).isEqualTo(2);
        assertThat(decision.wallTime()).isLessThan(Duration.ofSeconds(1));
        assertThat(decision.decisions())
                .allSatisfy(each -> assertThat(each.reasons()).isNotEmpty());
    }

    @Test
    void spendsAWorkBudgetInTheSameWayEveryTime() {
        BatchRequest.Entry[] entries = new BatchRequest.Entry[12];
        for (int number = 0; number < entries.length; number++) {
            entries[number] = entry(1 + number % 3, "app" + number, Fixtures.free("m", 300 + 10 * number));
        }
        BatchRequest request = new BatchRequest(
                LINE,
                List.of(entries),
                Occupancy.NONE,
                Objective.DEFAULT,
                new SearchLimits(Duration.ofDays(36_500), 0, 0, OptionalLong.of(100_000)));

        BatchDecision decision = place(request);
        BatchDecision again = place(request);

        assertThat(again.admitted()).isEqualTo(decision.admitted()).isNotEmpty();
        assertThat(again.after()).isEqualTo(decision.after());
        assertThat(again.valueBound()).isEqualTo(decision.valueBound());
    }

    @Test
    void refusesABatchThatMakesNoSense() {
        BatchRequest.Entry one = entry(1, "one", Fixtures.free("m", 1));
        BatchRequest.Entry lost = entry(1, "lost", Fixtures.pinned("m", 1, "nowhere"));

        assertThatThrownBy(() -> batch(Occupancy.NONE))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("must have 1 to 100000 applications, but has 0");
        assertThatThrownBy(() -> batch(Occupancy.NONE, one, one))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("default/one");
        assertThatThrownBy(() -> batch(Occupancy.NONE, one, lost))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("names region 'nowhere'");
        assertThatThrownBy(() -> entry(-1, "negative", Fixtures.free("m", 1)))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("must be worth from 0 to 1000000000000, but is -1");
    }
}
