package io.fogatlas.model.occupancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.application.ApplicationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class HoldingsProperties {
    /** One change: what an application holds from now on, or that it holds nothing any more. */
    private record Step(ApplicationId application, long bps) {}

    @Property
    void agreesWithASortedMapAfterEveryChangeAndLeavesEarlierOnesAlone(@ForAll("steps") List<Step> steps) {
        Holdings holdings = Holdings.NONE;
        Map<ApplicationId, Holding> expected = new TreeMap<>();
        List<Holdings> earlier = new ArrayList<>();
        List<Map<ApplicationId, Holding>> earlierExpected = new ArrayList<>();
        for (Step step : steps) {
            earlier.add(holdings);
            earlierExpected.add(new TreeMap<>(expected));
            if (step.bps == 0) {
                holdings = holdings.without(step.application);
                expected.remove(step.application);
            } else {
                Holding holding = new Holding(Map.of("link", step.bps), List.of());
                holdings = holdings.with(step.application, holding);
                expected.put(step.application, holding);
            }

            assertThat(holdings.size()).isEqualTo(expected.size());
            assertThat(holdings.get(step.application)).isEqualTo(expected.get(step.application));
        }

        assertThat(holdings).isEqualTo(expected);
        assertThat(holdings.keySet()).containsExactlyElementsOf(expected.keySet());
        assertThat(Holdings.of(expected)).isEqualTo(holdings);
        for (int i = 0; i < earlier.size(); i++) {
            assertThat(earlier.get(i)).isEqualTo(earlierExpected.get(i));
        }
    }

    /** Among the names are many with equal hashes, since "Aa" and "BB" have the same. */
    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<String> colliding =
                Arbitraries.of("Aa", "BB", "C").list().ofMinSize(1).ofMaxSize(4).map(parts -> String.join("", parts));
        Arbitrary<String> plain = Arbitraries.integers().between(0, 3_000).map(number -> "app-" + number);
        Arbitrary<ApplicationId> applications =
                Arbitraries.oneOf(colliding, plain).map(ApplicationId::of);
        Arbitrary<Long> amounts = Arbitraries.longs().between(0, 2);
        return Combinators.combine(applications, amounts).as(Step::new).list().ofMaxSize(200);
    }
}
