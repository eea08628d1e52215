package io.fogatlas.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class PowerLawTest {
    @Test
    void findsTheExponentOfPointsOnAPowerLaw() {
        PowerLaw law = PowerLaw.through(new double[] {1, 10, 100}, new double[] {2, 2 * 31.6227766, 2 * 1000});

        assertThat(law.exponent()).isCloseTo(1.5, within(1e-6));
        assertThat(law.standardError()).isCloseTo(0, within(1e-6));
        assertThat(law.factor()).isCloseTo(2, within(1e-6));
        assertThat(law.at(1e4)).isCloseTo(2e6, within(10.0));
        assertThat(law.text()).isEqualTo("1.50 ± 0.00");
        assertThat(new PowerLaw(-0.001, Double.NaN, 1).text()).isEqualTo("0.00");
    }

    /** The logarithms are (0, 0), (1, 1), (2, 1): the slope is 1/2, the squares left over sum to 1/6, those of x about their mean to 2. */
    @Test
    void saysHowUnsureTheExponentIs() {
        double e = Math.E;

        PowerLaw law = PowerLaw.through(new double[] {1, e, e * e}, new double[] {1, e, e});

        assertThat(law.exponent()).isCloseTo(0.5, within(1e-12));
        assertThat(law.standardError()).isCloseTo(Math.sqrt(1.0 / 6 / 2), within(1e-12));
    }

    @Test
    void saysNothingOfTheErrorOfTwoPoints() {
        assertThat(PowerLaw.through(new double[] {1, 2}, new double[] {1, 4}).text())
                .isEqualTo("2.00");
    }

    @Test
    void refusesWhatNoPowerLawGoesThrough() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PowerLaw.through(new double[] {1, 2}, new double[] {0, 4}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PowerLaw.through(new double[] {3, 3}, new double[] {1, 4}))
                .withMessageContaining("two different sizes");
    }

    @Test
    void aSpreadHasMedianAndRange() {
        Spread spread = Spread.of(3, 0.5, 1, 20);

        assertThat(spread.middle()).isEqualTo("2.00");
        assertThat(spread.range()).isEqualTo("0.500–20.0");
        assertThat(Spread.of(0.00123).range()).isEmpty();
        assertThat(Spread.text(0.00123456)).isEqualTo("0.00123");
        assertThat(Spread.text(123456)).isEqualTo("123456");
        assertThat(Spread.text(0)).isEqualTo("0.00");
        assertThat(Spread.text(Double.POSITIVE_INFINITY)).isEqualTo("∞");
        assertThatIllegalArgumentException().isThrownBy(Spread::of);
    }
}
