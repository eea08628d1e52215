package io.fogatlas.model.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fogatlas.model.infrastructure.Taint;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The meaning is that of Kubernetes: {@code Toleration.ToleratesTaint}. */
final class TolerationTest {
    private static final Taint TAINT = new Taint("dedicated", "edge", Taint.Effect.NO_SCHEDULE);

    @Test
    void keyValueAndEffectMustFit() {
        assertThat(toleration("dedicated", "edge", Taint.Effect.NO_SCHEDULE).tolerates(TAINT))
                .isTrue();
        assertThat(toleration("spot", "edge", Taint.Effect.NO_SCHEDULE).tolerates(TAINT))
                .isFalse();
        assertThat(toleration("dedicated", "cloud", Taint.Effect.NO_SCHEDULE).tolerates(TAINT))
                .isFalse();
        assertThat(toleration("dedicated", "edge", Taint.Effect.NO_EXECUTE).tolerates(TAINT))
                .isFalse();
    }

    @Test
    void whatIsNotSaidFitsEverything() {
        Optional<String> anyValue = Optional.empty();
        Optional<Taint.Effect> anyEffect = Optional.empty();

        assertThat(new Toleration("", anyValue, anyEffect).tolerates(TAINT)).isTrue();
        assertThat(new Toleration("dedicated", anyValue, anyEffect).tolerates(TAINT))
                .isTrue();
        assertThat(new Toleration("spot", anyValue, anyEffect).tolerates(TAINT)).isFalse();
        assertThat(new Toleration("", anyValue, Optional.of(Taint.Effect.NO_EXECUTE)).tolerates(TAINT))
                .isFalse();
        assertThat(new Toleration("dedicated", Optional.of("edge"), anyEffect).tolerates(TAINT))
                .isTrue();
    }

    @Test
    void anEmptyValueIsAValue() {
        Toleration empty = new Toleration("dedicated", Optional.of(""), Optional.empty());

        assertThat(empty.tolerates(TAINT)).isFalse();
        assertThat(empty.tolerates(new Taint("dedicated", "", Taint.Effect.NO_SCHEDULE)))
                .isTrue();
    }

    @Test
    void refusesNull() {
        assertThatThrownBy(() -> new Toleration(null, Optional.empty(), Optional.empty()))
                .isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> new Toleration("", null, Optional.empty())).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> new Toleration("", Optional.empty(), null)).isInstanceOf(NullPointerException.class);
    }

    private static Toleration toleration(String key, String value, Taint.Effect effect) {
        return new Toleration(key, Optional.of(value), Optional.of(effect));
    }
}
