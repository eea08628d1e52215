package io.fogatlas.placement.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

final class IntegerProgramTest {
    private final IntegerProgram program = new IntegerProgram();

    @Test
    void addsUpWhatBelongsToTheSameVariable() {
        int a = program.binary();
        int b = program.binary();

        program.atMost(new Terms().add(a, 2).add(b, 1).add(a, 3).addConstant(1), 6);

        IntegerProgram.Row row = program.rows().get(0);
        assertThat(row.variables()).containsExactly(a, b);
        assertThat(row.coefficients()).containsExactly(5, 1);
        assertThat(row.high()).isEqualTo(5);
    }

    @Test
    void lowersVariablesThatAloneTakeTooMuch() {
        int large = program.binary();
        int several = program.variable(0, 10);

        program.capacity(new Terms().add(large, 101).add(several, 30), 100);

        assertThat(program.upper(large)).isZero();
        assertThat(program.upper(several)).isEqualTo(3);
        assertThat(program.rows()).isEmpty();
    }

    @Test
    void dividesACapacityByWhatAmountsHaveInCommon() {
        int a = program.binary();
        int b = program.binary();

        program.capacity(new Terms().add(a, 4_000_000).add(b, 6_000_000), 9_999_999);

        IntegerProgram.Row row = program.rows().get(0);
        assertThat(row.coefficients()).containsExactly(2, 3);
        assertThat(row.high()).isEqualTo(4);
        assertThat(program.isRelaxed()).isFalse();
    }

    @Test
    void hasNoSolutionWhereTooMuchIsTakenAlready() {
        program.capacity(new Terms().addConstant(11), 10);

        assertThat(program.isSolvedBy(new long[0])).isFalse();
    }

    @Test
    void staysBelowEverySolversLimitWithTheLargestAmounts() {
        Terms load = new Terms();
        long largest = (1L << 53) - 1;
        for (int i = 0; i < 1_000; i++) {
            load.add(program.binary(), largest - i);
        }

        program.capacity(load, 2 * largest);

        IntegerProgram.Row row = program.rows().get(0);
        BigInteger activity = BigInteger.ZERO;
        for (long coefficient : row.coefficients()) {
            activity = activity.add(BigInteger.valueOf(coefficient));
        }
        assertThat(activity).isLessThan(BigInteger.valueOf(IntegerProgram.MOST_ACTIVITY));
        assertThat(program.isRelaxed()).isTrue();
        assertThat(program.isSolvedBy(ones(2))).isTrue();
        assertThat(program.isSolvedBy(ones(3))).isFalse();
    }

    private static long[] ones(int count) {
        long[] values = new long[1_000];
        for (int i = 0; i < count; i++) {
            values[i] = 1;
        }
        return values;
    }

    @Test
    void holdsARowOnlyIfAllItsEnforcersAreOne() {
        int a = program.variable(0, 9);
        int enforcer = program.binary();
        program.atLeastIf(new Terms().add(a, 1), 5, new int[] {enforcer});

        assertThat(program.isSolvedBy(new long[] {0, 0})).isTrue();
        assertThat(program.isSolvedBy(new long[] {0, 1})).isFalse();
        assertThat(program.isSolvedBy(new long[] {5, 1})).isTrue();
        assertThat(program.isSolvedBy(new long[] {10, 1})).isFalse();
    }
}
