package io.fogatlas.placement.verification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SumsTest {
    private static final long HALF = 1L << 62;

    @Test
    void stopsAtTheLargestNumberInsteadOfOverflowing() {
        assertThat(Sums.plus(HALF, HALF - 1)).isEqualTo(Long.MAX_VALUE);
        assertThat(Sums.plus(HALF, HALF)).isEqualTo(Long.MAX_VALUE);
        assertThat(Sums.times(HALF - 1, 2)).isEqualTo(Long.MAX_VALUE - 1);
        assertThat(Sums.times(HALF, 2)).isEqualTo(Long.MAX_VALUE);
        assertThat(Sums.times(HALF, 4)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void addsProductsExactlyBeyondTheLargestNumber() {
        ExactSum sum = new ExactSum();
        sum.add(HALF, 1);
        sum.add(HALF, 1);
        sum.add(HALF, 2);
        sum.add(HALF, 4);
        sum.add(HALF, 2, 3);

        assertThat(sum.dividedBy(HALF)).isEqualTo(14);
    }
}
