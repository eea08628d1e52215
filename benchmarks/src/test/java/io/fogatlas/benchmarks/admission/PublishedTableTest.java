package io.fogatlas.benchmarks.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.fixtures.RealFiles;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Compares the rows that are shown beside our results with the published table. */
final class PublishedTableTest {
    @BeforeAll
    static void needsTheRealFiles() {
        RealFiles.needed();
    }

    @ParameterizedTest
    @EnumSource(AdmissionSetting.class)
    void showsWhatWasPublishedAndTheBestOfIt(AdmissionSetting setting) throws IOException {
        String network = setting.name().toLowerCase(Locale.ROOT);
        List<Map<String, String>> table = RealFiles.table("virne/published-table3.csv");

        for (AdmissionSetting.Published shown : setting.published()) {
            String solver = shown.solver().replaceFirst(",.*", "");
            assertThat(table)
                    .filteredOn(row -> row.get("solver").equals(solver))
                    .singleElement()
                    .satisfies(row -> {
                        assertThat(number(row, network + "_rac_percent")).isEqualTo(shown.acceptedPercent());
                        assertThat(number(row, network + "_lrc")).isEqualTo(shown.revenueOverCost());
                        assertThat(number(row, network + "_ast_s")).isEqualTo(shown.seconds());
                    });
        }
        assertThat(table.stream()
                        .max(Comparator.comparing(row -> number(row, network + "_rac_percent")))
                        .orElseThrow()
                        .get("solver"))
                .isEqualTo(setting.published().stream()
                        .max(Comparator.comparing(AdmissionSetting.Published::acceptedPercent))
                        .orElseThrow()
                        .solver()
                        .replaceFirst(",.*", ""));
        assertThat(table).hasSize(21);
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column));
    }
}
