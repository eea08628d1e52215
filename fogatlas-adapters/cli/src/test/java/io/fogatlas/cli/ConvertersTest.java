package io.fogatlas.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fogatlas.placement.Objective;
import io.fogatlas.placement.Term;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

final class ConvertersTest {
    @ParameterizedTest
    @CsvSource({
        "5ns, PT0.000000005S",
        "5us, PT0.000005S",
        "0ms, PT0S",
        "500ms, PT0.5S",
        "10s, PT10S",
        "2m, PT2M",
        "24h, PT24H"
    })
    void readDurations(String text, Duration duration) {
        assertThat(new DurationConverter().convert(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "s", "-1s", "1.5s", "1 s", "10S", "10sec", "PT10S", "9999999999s", "٣s"})
    void refuseWhatIsNoDuration(String text) {
        assertThatThrownBy(() -> new DurationConverter().convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessage("'" + text + "' is not a duration; write e.g. 500ms, 10s or 2m");
    }

    @Test
    void refuseMoreThanADay() {
        assertThatThrownBy(() -> new DurationConverter().convert("25h"))
                .isInstanceOf(TypeConversionException.class)
                .hasMessage("'25h' is too long; use at most 24h");
    }

    @Test
    void readObjectives() {
        assertThat(new ObjectiveConverter().convert("regions=2,balance=0.5"))
                .isEqualTo(new Objective(Map.of(Term.REGIONS, 2.0, Term.BALANCE, 0.5)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "network", "speed=1", "network=x", "network=1,network=2", "network=-1", "network=NaN"})
    void refuseWhatIsNoObjective(String text) {
        assertThatThrownBy(() -> new ObjectiveConverter().convert(text)).isInstanceOf(TypeConversionException.class);
    }

    @Test
    void readOutputFormats() {
        assertThat(new OutputFormat.Names().convert("json")).isEqualTo(OutputFormat.JSON);
        assertThatThrownBy(() -> new OutputFormat.Names().convert("xml"))
                .isInstanceOf(TypeConversionException.class)
                .hasMessage("there is no format 'xml'; use one of table, json, yaml, html, svg, png");
    }
}
