package io.fogatlas.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.Problems;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AmountsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 bit/s",
        "999, 999 bit/s",
        "1000, 1 kbit/s",
        "100000, 100 kbit/s",
        "1048576, 1.049 Mbit/s",
        "99800000, 99.8 Mbit/s",
        "10000000000, 10 Gbit/s",
    })
    void writesBandwidthsInDecimalUnits(long bitsPerSecond, String text) {
        assertThat(Amounts.bandwidth(bitsPerSecond)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "512, 512", "1024, 1Ki", "419430400, 400Mi", "1610612736, 1.5Gi", "1000000000, 953.674Mi"})
    void writesMemoryAsKubernetesDoes(long bytes, String text) {
        assertThat(Amounts.bytes(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 ms", "20000, 20 ms", "1, 0.001 ms", "10500, 10.5 ms"})
    void writesLatenciesInMilliseconds(long micros, String text) {
        assertThat(Amounts.latency(micros)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.5, 0.5", "0.30000000000000004, 0.3", "1234567.8, 1234570", "100, 100", "1e-9, 0.000000001"})
    void writesScoresWithSixDigits(double value, String text) {
        assertThat(Amounts.number(value)).isEqualTo(text);
    }

    @Test
    void writesTheLargestAmounts() {
        assertThat(Amounts.bandwidth(Problems.MAX_AMOUNT)).isEqualTo("9.007 Pbit/s");
        assertThat(Amounts.bytes(Problems.MAX_AMOUNT)).isEqualTo("8Pi");
        assertThat(Amounts.bandwidth(Long.MAX_VALUE)).isEqualTo("9.223 Ebit/s");
        assertThat(Amounts.bytes(Long.MAX_VALUE)).isEqualTo("8Ei");
    }

    @Test
    void writesCpuInMillicoresAndTimeInMilliseconds() {
        assertThat(Amounts.cpu(1500)).isEqualTo("1500m");
        assertThat(Amounts.time(Duration.ofSeconds(2))).isEqualTo("2000 ms");
    }
}
