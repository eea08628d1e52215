package io.fogatlas.model.application;

import static io.fogatlas.model.Problems.MAX_AMOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.Resources;
import io.fogatlas.model.infrastructure.Region;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** The conversions agree with the same sums in numbers that cannot overflow. */
final class RequirementsProperties {
    private static final BigInteger THOUSAND = BigInteger.valueOf(1000);
    private static final BigInteger MOST = BigInteger.valueOf(MAX_AMOUNT);

    @Property
    void cpuForMipsIsTheCeiling(
            @ForAll @LongRange(min = 1, max = MAX_AMOUNT) long mips,
            @ForAll @LongRange(min = 1, max = MAX_AMOUNT) long mipsPerCore) {
        Region region = Region.builder("r").mipsPerCore(mipsPerCore).build();

        long cpu = new Requirements(mips, Resources.NONE).cpuMillisIn(region);

        BigInteger speed = BigInteger.valueOf(mipsPerCore);
        BigInteger up = speed.subtract(BigInteger.ONE);
        assertThat(BigInteger.valueOf(cpu))
                .isEqualTo(BigInteger.valueOf(mips)
                        .multiply(THOUSAND)
                        .add(up)
                        .divide(speed)
                        .min(MOST));
    }

    @Property
    void mipsOfACpuRequestAreRoundedDown(
            @ForAll @LongRange(min = 0, max = MAX_AMOUNT) long cpuMillis,
            @ForAll @LongRange(min = 1, max = MAX_AMOUNT) long mipsPerCore) {
        Region region = Region.builder("r").mipsPerCore(mipsPerCore).build();
        Resources request = Resources.builder().cpuMillis(cpuMillis).build();

        long mips = new Requirements(0, request).mipsIn(region);

        assertThat(BigInteger.valueOf(mips))
                .isEqualTo(BigInteger.valueOf(cpuMillis)
                        .multiply(BigInteger.valueOf(mipsPerCore))
                        .divide(THOUSAND)
                        .min(MOST));
    }
}
