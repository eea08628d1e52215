package io.fogatlas.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectiveTest {
    @Test
    void readsTermsAndWeightsInAnyOrder() {
        assertThat(Objective.parse("latency=0.001, network=1")).isEqualTo(Objective.DEFAULT);
        assertThat(Objective.parse("network=1,balance=0").weights()).containsOnlyKeys(Term.NETWORK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "network",
                "network=",
                "network=x",
                "network=1,",
                "network=1,network=2",
                "speed=1",
                "network=-1",
                "network=NaN",
                "network=Infinity",
                "network=1=2"
            })
    void refusesWhatIsNoObjective(String text) {
        assertThatThrownBy(() -> Objective.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysWhichTermsThereAre() {
        assertThatThrownBy(() -> Objective.parse("speed=1"))
                .hasMessageContaining("'speed'")
                .hasMessageContaining("network, latency, compute, regions, migration, balance");
    }

    @Test
    void sumsWhatWeighsAndDropsTheRest() {
        Score score = Objective.parse("network=2,regions=10").score(Map.of(Term.NETWORK, 1.5, Term.LATENCY, 99.0));

        assertThat(score.value()).isEqualTo(3);
        assertThat(score.terms()).isEqualTo(Map.of(Term.NETWORK, 1.5, Term.REGIONS, 0.0));
    }
}
