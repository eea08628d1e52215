package io.fogatlas.manifests.networks;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.manifests.ManifestException;
import io.fogatlas.model.Location;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

final class SndlibReaderTest {
    private static final ImportOptions DEFAULTS = ImportOptions.defaults();

    @Test
    void takesInstalledCapacityOtherwiseTheFirstModule() {
        ImportedNetwork network = Imports.of("triangle.json");

        assertThat(network.format()).isEqualTo(NetworkFormat.SNDLIB);
        assertThat(network.name()).isEqualTo("triangle");
        assertThat(Imports.link(network, "l1").bandwidthBps()).isEqualTo(9_920_500_000L);
        assertThat(Imports.link(network, "l2").bandwidthBps()).isEqualTo(20_000_000L);
        assertThat(Imports.link(network, "l3").directed()).isFalse();
        assertThat(Imports.region(network, "north").location()).contains(new Location(48.25, 11.5));
        assertThat(network.notes())
                .contains(
                        "links with their pre-installed capacity: 1 of 3",
                        "links without installed capacity, 1 of module 0 assumed: 2 of 3");
    }

    @Test
    void takesTheModulesThatTheOptionsChoose() {
        ImportOptions options =
                ImportOptions.builder().moduleIndex(1).moduleCount(3).build();

        ImportedNetwork network = Imports.of("triangle.json", options);

        assertThat(Imports.link(network, "l2").bandwidthBps()).isEqualTo(120_000_000L);
        assertThat(Imports.link(network, "l3").bandwidthBps()).isEqualTo(180_000_000L);
    }

    @Test
    void refusesAModuleThatALinkDoesNotHave() {
        ImportOptions options = ImportOptions.builder().moduleIndex(2).build();

        Assertions.assertThatExceptionOfType(ManifestException.class)
                .isThrownBy(() -> Imports.of("triangle.json", options))
                .withMessage("triangle.json:10: Link 'L2': has 2 modules, so there is none with the index 2\n"
                        + "triangle.json:12: Link 'L3': has 2 modules, so there is none with the index 2");
    }

    @Test
    void offersDemandsAsDataAndSaysThatTheyAreNoApplication() {
        ImportedNetwork network = Imports.of("triangle.json");

        assertThat(network.demands()).containsExactly(new TrafficDemand("D1", "north", "south", 7_000_000));
        assertThat(network.applications()).isEmpty();
        assertThat(network.notes())
                .contains("demands left out of what can be placed, since no microservice sends or receives them: 1");
    }

    @Test
    void assumesAUnitWhereThereIsNone() {
        String text = Imports.resource("triangle.json").replace("\"unit\": \"MBITPERSEC\"", "\"time\": \"2005\"");
        ImportOptions options = ImportOptions.builder().capacityUnitBps(64_000).build();

        ImportedNetwork network = Imports.text("triangle.json", text, options);

        assertThat(Imports.link(network, "l2").bandwidthBps()).isEqualTo(20 * 64_000L);
        assertThat(network.notes()).contains("no unit of capacity in the file, so 1 is taken as 64,000 bit/s");
    }

    @Test
    void refusesAUnitThatItDoesNotKnow() {
        String text = Imports.resource("triangle.json").replace("MBITPERSEC", "STM1");

        assertThat(Imports.refused("triangle.json", text))
                .containsExactly(
                        "triangle.json: the unit 'STM1' is unknown; known are BITPERSEC, KBITPERSEC, MBITPERSEC"
                                + " and GBITPERSEC");
    }

    @Test
    void takesNoPlaceFromCoordinatesThatAreNoDegrees() {
        String text = Imports.resource("triangle.json").replace("12.75", "275");

        ImportedNetwork network = Imports.text("pixels.json", text, DEFAULTS);

        assertThat(Imports.infrastructure(network).regions())
                .allMatch(region -> region.location().isEmpty());
        assertThat(network.notes())
                .contains(
                        "the coordinates are no degrees, for instance latitude 47 and longitude 275 of 'east': no region"
                                + " has a location");
    }

    @Test
    void namesEveryObjectThatIsWrongWithItsLine() {
        String text = """
                {"nodes": [
                  {"id": "a", "longitude": "east", "latitude": 1},
                  {"id": "a"},
                  {"latitude": 2}
                ],
                "links": [
                  {"id": "L", "source": "a", "target": "z", "pre_installed_capacity": -1},
                  {"id": "L", "source": "a", "target": "a", "pre_installed_capacity": 1e99}
                ],
                "demands": [
                  {"id": "D", "source": 7, "target": "a", "demand_value": true}
                ]}
                """;

        assertThat(Imports.refused("bad.json", text))
                .containsExactly(
                        "bad.json:2: Node 'a': longitude must be a number, but is '\"east\"'",
                        "bad.json:3: Node 'a': is there more than once",
                        "bad.json:4: Node '': has no id",
                        "bad.json:7: Link 'L': target is 'z', but there is no such node",
                        "bad.json:7: Link 'L': pre_installed_capacity is negative or too large: -1",
                        "bad.json:8: Link 'L': is there more than once",
                        "bad.json:8: Link 'L': pre_installed_capacity is negative or too large: 1E+99",
                        "bad.json:11: Demand 'D': source is '7', but there is no such node",
                        "bad.json:11: Demand 'D': demand_value must be a number, but is 'true'");
    }

    @Test
    void saysWhereJsonBreaks() {
        assertThat(Imports.refused("cut.json", "{\"links\": [\n{\"id\": "))
                .singleElement()
                .asString()
                .startsWith("cut.json:2: is no JSON: ");
        assertThat(Imports.refused("nan.json", "{\"links\": [{\"x\": NaN}]}"))
                .singleElement()
                .asString()
                .startsWith("nan.json:1: is no JSON: ");
        assertThat(Imports.refused("twice.json", "{\"links\": [], \"links\": []}"))
                .singleElement()
                .asString()
                .contains("Duplicate");
        assertThat(Imports.refused("more.json", "{\"nodes\": [], \"links\": []}\n{}"))
                .containsExactly("more.json:2: nothing is expected after the object");
        assertThat(Imports.refused("less.json", "{\"links\": []}")).containsExactly("less.json: has no list 'nodes'");
        assertThat(Imports.refused("other.json", "{\"nodes\": {}, \"links\": []}"))
                .containsExactly("other.json:1: 'nodes' must be a list");
        assertThat(Imports.refused("deep.json", "{\"links\": " + "[".repeat(100_000)))
                .singleElement()
                .asString()
                .contains("is no JSON");
    }
}
