package io.fogatlas.benchmarks.truths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.fogatlas.model.fixtures.RealFiles;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Finds the deployments that FogTorchPI found, all of them and no others, and how likely each keeps its bounds. */
final class FogTorchTest {
    @BeforeAll
    static void needsTheRealFiles() {
        RealFiles.needed();
    }

    @ParameterizedTest
    @CsvSource({
        "Q1a, 20, 13",
        "Q1b, 10, 6",
        "Q1c, 20, 13",
        "Q2, 18, 13",
        "Q3a, 8, 5",
        "Q3b, 18, 13",
        "Q3c, 14, 9",
        "Q4, 4, 2"
    })
    void theSmartFarmHasThePublishedDeployments(String name, int published, int withSummedCores) throws IOException {
        JsonNode file = Facts.yaml("fogtorch/smart-agriculture-icfec2017.yaml");
        JsonNode scenario = file.get("scenarios").get(name);

        Map<String, Double> eligible = new FogTorchDeployments(FogTorchFiles.farm(file, scenario, false)).eligible();
        Map<String, Double> withCores = new FogTorchDeployments(FogTorchFiles.farm(file, scenario, true)).eligible();

        assertThat(eligible).hasSize(published);
        assertSame(eligible, scenario);
        assertThat(withCores).hasSize(withSummedCores);
        withCores.forEach((deployment, percent) ->
                assertThat(percent).as(deployment).isCloseTo(eligible.get(deployment), within(1e-9)));
    }

    @ParameterizedTest
    @CsvSource({"Q1, 11", "Q2, 17"})
    void theSmartBuildingHasThePublishedDeployments(String name, int published) throws IOException {
        JsonNode file = Facts.yaml("fogtorch/smart-building-2018.yaml");
        JsonNode scenario = file.get("scenarios").get(name);

        Map<String, Double> eligible = new FogTorchDeployments(FogTorchFiles.building(file, scenario)).eligible();

        assertThat(eligible).hasSize(published);
        assertSame(eligible, scenario);
    }

    @Test
    void theNetworkOfTheJsonFileHas8Deployments() throws IOException {
        JsonNode results = Facts.yaml("fogtorch/network17-results.yaml");
        FogTorchInstance instance =
                FogTorchFiles.network17(Facts.json("fogtorch/NETWORK17_input.json"), results.get("vm_types"), Map.of());

        Map<String, Double> eligible = new FogTorchDeployments(instance).eligible();

        assertThat(eligible).hasSize(8);
        assertSame(eligible, results.get("cases").get("file_as_it_is"));
    }

    @Test
    void theNetworkOfThePaperHasThePublished32Deployments() throws IOException {
        JsonNode results = Facts.yaml("fogtorch/network17-results.yaml");
        FogTorchInstance instance = FogTorchFiles.network17(
                Facts.json("fogtorch/NETWORK17_input.json"),
                results.get("vm_types"),
                Map.of("download", 10.5, "upload", 4.5));

        Map<String, Double> eligible = new FogTorchDeployments(instance).eligible();

        assertThat(eligible).hasSize(32);
        assertSame(eligible, results.get("cases").get("published"));
    }

    private static void assertSame(Map<String, Double> eligible, JsonNode scenario) {
        Map<String, Double> expected = new TreeMap<>();
        for (JsonNode deployment : scenario.get("deployments")) {
            Map<String, String> regions = new TreeMap<>();
            deployment.properties().forEach(field -> {
                if (!field.getKey().equals("id") && field.getValue().isTextual()) {
                    regions.put(field.getKey(), field.getValue().asText());
                }
            });
            expected.put(
                    FogTorchDeployments.text(regions),
                    deployment.get("exact_qos_percent").asDouble());
        }
        assertThat(eligible.keySet()).isEqualTo(new TreeSet<>(expected.keySet()));
        expected.forEach((deployment, percent) ->
                assertThat(eligible.get(deployment)).as(deployment).isCloseTo(percent, within(1e-6)));
    }
}
