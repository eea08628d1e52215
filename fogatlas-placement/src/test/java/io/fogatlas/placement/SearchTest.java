package io.fogatlas.placement;

import static io.fogatlas.placement.Fixtures.application;
import static io.fogatlas.placement.Fixtures.free;
import static io.fogatlas.placement.Fixtures.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.greedy.GreedyAlgorithm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Two placements of one microservice are used: in region a it is dear, in region b cheap. */
final class SearchTest {
    private static final Objective MIGRATION = Objective.parse("regions=1,migration=1");

    private final List<Progress> told = new ArrayList<>();

    private static PlacementRequest request(SearchLimits limits) {
        return PlacementRequest.builder(
                        line(), application().add(free("m", 100)).build())
                .objective(MIGRATION)
                .current(in("b"))
                .limits(limits)
                .build();
    }

    private static Placement in(String region) {
        return new PlacementEngine(List.of())
                .place(
                        PlacementRequest.of(
                                line(),
                                application()
                                        .add(Fixtures.pinned("m", 100, region))
                                        .build()),
                        new GreedyAlgorithm())
                .placement()
                .orElseThrow();
    }

    private Search search(SearchLimits limits) {
        return new Search(request(limits), "test", told::add);
    }

    @Test
    void worksOutABoundOnlyOnceForAllWhoTakePart() {
        Search search = search(SearchLimits.DEFAULT);
        AtomicInteger times = new AtomicInteger();

        search.turn(OptionalLong.empty()).raiseBoundOnce("quick", () -> times.incrementAndGet());
        search.raiseBoundOnce("quick", () -> times.incrementAndGet());

        assertThat(times).hasValue(1);
        assertThat(search.bound()).isEqualTo(1);
    }

    @Test
    void keepsTheBestPlacementAndTellsOfEachBetterOne() {
        Search search = search(SearchLimits.DEFAULT);

        assertThat(search.offer(in("a"))).isTrue();
        assertThat(search.offer(in("b"))).isTrue();
        assertThat(search.offer(in("a"))).isFalse();

        assertThat(search.score()).isEqualTo(1);
        assertThat(search.best()).contains(in("b"));
        assertThat(told).extracting(each -> each.score().orElseThrow()).containsExactly(2.0, 1.0);
    }

    @Test
    void isOverWhenTheBestIsProved() {
        Search search = search(SearchLimits.DEFAULT);
        search.offer(in("b"));
        assertThat(search.isOver()).isFalse();

        search.raiseBound(1);

        assertThat(search.isOver()).isTrue();
        assertThat(search.outcome()).isEqualTo(Outcome.OPTIMAL);
    }

    @Test
    void isOverWhenTheGapIsSmallEnough() {
        Search search = search(new SearchLimits(Duration.ofSeconds(10), 0, 0.6, OptionalLong.empty()));
        search.raiseBound(1);
        assertThat(search.isOver()).isFalse();

        search.offer(in("a"));

        assertThat(search.progress().gap()).isEqualTo(0.5);
        assertThat(search.isOver()).isTrue();
        assertThat(search.outcome()).isEqualTo(Outcome.FEASIBLE);
    }

    @Test
    void isOverWhenTheWorkIsSpentOrItIsStopped() {
        Search search = search(new SearchLimits(Duration.ofSeconds(10), 0, 0, OptionalLong.of(5)));
        search.spend(4);
        assertThat(search.isOver()).isFalse();
        search.spend(1);
        assertThat(search.isOver()).isTrue();

        Search other = search(SearchLimits.DEFAULT);
        other.stop();
        assertThat(other.isOver()).isTrue();
        assertThat(other.remaining()).isZero();
    }

    @Test
    void endsATurnByItself() {
        Search whole = search(new SearchLimits(Duration.ofSeconds(10), 0, 0, OptionalLong.of(5)));
        Search turn = whole.turn(OptionalLong.of(2));
        Search other = whole.turn(OptionalLong.empty());

        turn.spend(2);
        assertThat(turn.isOver()).isTrue();
        assertThat(other.isOver()).isFalse();
        assertThat(turn.workLeft()).hasValue(0);
        assertThat(other.workLeft()).hasValue(3);
        assertThat(whole.turn(OptionalLong.of(9)).workLeft()).hasValue(3);
        assertThat(search(SearchLimits.DEFAULT).turn(OptionalLong.empty()).workLeft())
                .isEmpty();

        other.stop();
        assertThat(other.isOver()).isTrue();
        assertThat(other.remaining()).isZero();
        assertThat(whole.isOver()).isFalse();
        assertThat(whole.remaining()).isPositive();

        whole.turn(OptionalLong.empty()).spend(3);
        assertThat(whole.isOver()).isTrue();
    }

    @Test
    void endsATurnWithTheWhole() {
        Search whole = search(SearchLimits.DEFAULT);
        Search turn = whole.turn(OptionalLong.empty());

        turn.offer(in("b"));
        assertThat(whole.best()).contains(in("b"));
        whole.raiseBound(1);

        assertThat(turn.isOver()).isTrue();
        Search stopped = search(SearchLimits.DEFAULT);
        Search turnOfIt = stopped.turn(OptionalLong.empty());
        stopped.stop();
        assertThat(turnOfIt.isOver()).isTrue();
        assertThat(turnOfIt.remaining()).isZero();
    }

    @Test
    void isOverForAThreadThatIsInterrupted() {
        Search search = search(SearchLimits.DEFAULT);

        Thread.currentThread().interrupt();
        try {
            assertThat(search.isOver()).isTrue();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(search.isOver()).isFalse();
    }

    @Test
    void refusesABoundThatAPlacementDisproves() {
        Search search = search(SearchLimits.DEFAULT);
        search.offer(in("b"));

        assertThatThrownBy(() -> search.raiseBound(1.1)).isInstanceOf(AlgorithmErrorException.class);
        assertThat(search.bound()).isZero();
    }
}
