package io.fogatlas.model;

import static io.fogatlas.model.Problems.MAX_AMOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ResourcesTest {
    private static final Resources SOME = Resources.builder()
            .cpuMillis(1000)
            .memoryBytes(200)
            .storageBytes(30)
            .podSlots(4)
            .addExtended("b", 5)
            .addExtended("a", 6)
            .build();

    @Test
    void listsAmountsByTheNamesOfKubernetes() {
        assertThat(SOME.byName())
                .containsExactly(
                        entry("cpu", 1000L),
                        entry("memory", 200L),
                        entry("ephemeral-storage", 30L),
                        entry("pods", 4L),
                        entry("a", 6L),
                        entry("b", 5L));
    }

    @Test
    void addsAndTakesAwayAmountByAmount() {
        Resources other = new Resources(1, 2, 3, 4, Map.of("a", 1L, "c", 7L));

        assertThat(SOME.plus(other)).isEqualTo(new Resources(1001, 202, 33, 8, Map.of("a", 7L, "b", 5L, "c", 7L)));
        assertThat(SOME.minus(other)).isEqualTo(new Resources(999, 198, 27, 0, Map.of("a", 5L, "b", 5L, "c", 0L)));
        assertThat(other.minus(SOME)).isEqualTo(new Resources(0, 0, 0, 0, Map.of("a", 0L, "b", 0L, "c", 7L)));
        assertThat(SOME.plus(Resources.NONE)).isEqualTo(SOME);
        assertThat(SOME.minus(Resources.NONE)).isEqualTo(SOME);
    }

    @Test
    void multipliesEveryAmount() {
        assertThat(SOME.times(3)).isEqualTo(new Resources(3000, 600, 90, 12, Map.of("a", 18L, "b", 15L)));
        assertThat(SOME.times(1)).isEqualTo(SOME);
        assertThat(SOME.times(0)).isEqualTo(new Resources(0, 0, 0, 0, Map.of("a", 0L, "b", 0L)));
    }

    @Test
    void stopsAtTheLargestAmountInsteadOfOverflowing() {
        Resources most = new Resources(MAX_AMOUNT, MAX_AMOUNT, MAX_AMOUNT, MAX_AMOUNT, Map.of("a", MAX_AMOUNT));

        assertThat(most.plus(most)).isEqualTo(most);
        assertThat(most.times(Integer.MAX_VALUE)).isEqualTo(most);
        assertThat(new Resources(MAX_AMOUNT / 2, 0, 0, 0, Map.of()).times(2).cpuMillis())
                .isEqualTo(MAX_AMOUNT);
        assertThat(new Resources(MAX_AMOUNT / 2 + 1, 0, 0, 0, Map.of()).times(2).cpuMillis())
                .isEqualTo(MAX_AMOUNT);
    }

    @Test
    void refusesEveryAmountOutOfRangeAtOnce() {
        assertThat(Refusal.of(() -> new Resources(-1, MAX_AMOUNT + 1, -2, -3, Map.of("gpu", -4L))))
                .containsExactly(
                        "Resources '': cpuMillis must be from 0 to 9007199254740992, but is -1",
                        "Resources '': memoryBytes must be from 0 to 9007199254740992, but is 9007199254740993",
                        "Resources '': storageBytes must be from 0 to 9007199254740992, but is -2",
                        "Resources '': podSlots must be from 0 to 9007199254740992, but is -3",
                        "Resources '': extended resource of 'gpu' must be from 0 to 9007199254740992, but is -4");
        assertThat(Refusal.of(() -> SOME.times(-1))).hasSize(6);
    }

    @Test
    void doesNotChangeWithTheMapItWasMadeOf() {
        Map<String, Long> extended = new HashMap<>(Map.of("gpu", 1L));
        Resources resources = new Resources(0, 0, 0, 0, extended);
        extended.put("gpu", 2L);

        assertThat(resources.extended()).containsExactly(entry("gpu", 1L));
        assertThatThrownBy(() -> resources.extended().put("gpu", 3L)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> resources.byName().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aBuilderCanBeUsedAgain() {
        Resources.Builder builder = Resources.builder().cpuMillis(1).addExtended("gpu", 1);
        Resources first = builder.build();
        Resources second = builder.addExtended("gpu", 2).build();

        assertThat(first.extended()).containsExactly(entry("gpu", 1L));
        assertThat(second.extended()).containsExactly(entry("gpu", 2L));
        assertThat(first)
                .isNotEqualTo(second)
                .hasToString("Resources[cpuMillis=1, memoryBytes=0, storageBytes=0, podSlots=0, extended={gpu=1}]");
    }
}
