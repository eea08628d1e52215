package io.fogatlas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.inventory.Inventory;
import io.fogatlas.manifests.FogAtlasWriter;
import io.fogatlas.manifests.Format;
import io.fogatlas.model.arbitraries.Scenario;
import io.fogatlas.model.arbitraries.Scenarios;
import io.fogatlas.orchestration.Admission;
import io.fogatlas.orchestration.Admitted;
import io.fogatlas.placement.Decision;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.testkit.RequestArbitraries;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;

final class CommandProperties {
    private static final String[] BROKEN_PARTS = {
        "{",
        "]",
        ": ",
        "- ",
        "&a ",
        "*a",
        "\n---\n",
        "\t",
        "\"",
        "null",
        "-1",
        "1e999",
        ".nan",
        "9223372036854775808",
        "\0",
        "é"
    };

    private Path file = Path.of("");

    @BeforeTry
    void makesAFile() throws IOException {
        file = Files.createTempFile("fogatlas", ".yaml");
    }

    @AfterTry
    void removesTheFile() throws IOException {
        Files.delete(file);
    }

    @Provide
    Arbitrary<PlacementRequest> requests() {
        return RequestArbitraries.small();
    }

    @Provide
    Arbitrary<Scenario> scenarios() {
        return Scenarios.ANY.arbitrary();
    }

    @Property(tries = 50)
    void whatPlaceDecidesVerifyConfirms(@ForAll("scenarios") Scenario scenario) throws IOException {
        Files.writeString(
                file,
                new FogAtlasWriter()
                        .add(scenario.infrastructure())
                        .add(scenario.application())
                        .write(Format.YAML));

        Run placed = Run.of("place", "-o", "json", file.toString());
        Run verified = Run.withInput(placed.out(), "verify", "--decision", "-", file.toString());

        assertThat(placed.exitCode()).as(placed.err()).isIn(0, 1, 3);
        assertThat(verified.exitCode()).as(verified.out() + verified.err()).isZero();
        assertThat(verified.out()).contains(placed.exitCode() == 0 ? ": valid, " : ": ");
    }

    @Property(tries = 100)
    void theInventoryHasWhatVerifiedPlacementsTake(@ForAll("requests") PlacementRequest request) {
        Decision decision = PlacementEngine.withInstalledAlgorithms().place(request);
        Inventory inventory = Inventory.inMemory(request.infrastructure(), request.occupancy(), InstantSource.system());

        Admitted admitted = Admission.to(inventory).admit(request.application(), snapshot -> decision);

        assertThat(admitted.isAdmitted()).isEqualTo(decision.isPlaced());
        assertThat(admitted.attempts()).isEqualTo(1);
    }

    @Property(tries = 80)
    void noInputMakesItFail(@ForAll Random random) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String part : new String[] {"region", "link", "externalendpoint", "fadepl-dag"}) {
            text.append("---\n").append(Files.readString(Path.of("examples/fogatlas", part + ".yaml")));
        }
        for (int change = random.nextInt(3); change >= 0; change--) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + random.nextInt(20));
            text.replace(at, end, BROKEN_PARTS[random.nextInt(BROKEN_PARTS.length)]);
        }
        Files.write(file, text.toString().getBytes(StandardCharsets.UTF_8));

        Run run = Run.of("place", "-o", random.nextBoolean() ? "table" : "yaml", file.toString());

        assertThat(run.exitCode()).as(text + run.err()).isIn(0, 1, 2, 3);
        assertThat(run.err()).doesNotContain("Exception", "\tat ");
        assertThat(run.out().isEmpty()).isEqualTo(run.exitCode() == 2);
    }
}
