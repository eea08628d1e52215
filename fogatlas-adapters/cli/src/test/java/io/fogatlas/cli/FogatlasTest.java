package io.fogatlas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FogatlasTest {
    @Test
    void tellsItsVersion() {
        assertThat(Fogatlas.run("--version")).isZero();
    }

    @Test
    void refusesToDoNothing() {
        assertThat(Fogatlas.run()).isEqualTo(2);
    }
}
