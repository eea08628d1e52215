package io.fogatlas.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Region;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RegionAndEndpointTest {
    private static String region(String spec) {
        return "apiVersion: fogatlas.fbk.eu/v1alpha1\nkind: Region\nmetadata: {name: r}\nspec:\n  id: r1\n  "
                + spec.replace("\n", "\n  ") + "\n";
    }

    private static String problem(String spec) {
        return String.join("\n", Texts.problems(region(spec)));
    }

    @Test
    void readsARegionOfWhichOnlyTheIdIsKnown() {
        Manifests manifests = Texts.read(region(""));

        assertThat(manifests.infrastructure().regions())
                .containsExactly(Region.builder("r1").build());
        assertThat(manifests.warnings())
                .extracting(ManifestProblem::toString)
                .containsExactly("f1:5: Region 'r1': spec.cpu2mips is missing, so 1000 MIPS are taken for one core");
    }

    @Test
    void warnsOnceOfManyRegionsWithoutSpeed() {
        assertThat(Texts.warnings(
                        region(""), region("").replace("r1", "r2"), region("").replace("r1", "r3")))
                .containsExactly("f1:5: Region 'r1': spec.cpu2mips is missing, so 1000 MIPS are taken for one core"
                        + " (and so for 2 more Regions)");
    }

    @Test
    void readsThePriceFromAnAnnotation() {
        String text = region("cpu2mips: 1")
                .replace("name: r}", "name: r, annotations: {fogatlas.io/price-per-mips: \"0.00125\"}}");

        assertThat(Texts.read(text).infrastructure().regions().get(0).priceMicrosPerMips())
                .isEqualTo(1250);
        assertThat(Texts.problems(text.replace("0.00125", "0.0000001")))
                .containsExactly(
                        "f1:3: Region 'r1': metadata.annotations.fogatlas.io/price-per-mips must be a price with at"
                                + " most 6 decimals, such as \"0.000125\", but is the text '0.0000001'");
        assertThat(Texts.read(text.replace("\"0.00125\"", "0.00125"))
                        .infrastructure()
                        .regions()
                        .get(0)
                        .priceMicrosPerMips())
                .isEqualTo(1250);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "46.1",
                "46.1,11.0,3",
                "north,east",
                "91,0",
                "0,-181",
                "NaN,0",
                "1e1,2",
                "46.1;11.0",
                ",",
                "0x1,2"
            })
    void refusesWhatIsNoLocation(String location) {
        assertThat(problem("location: \"" + location + "\""))
                .isEqualTo("f1:6: Region 'r1': spec.location must be latitude and longitude in degrees, such as"
                        + " \"46.0706631,11.1134498\", but is the text '" + location + "'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cpu2mips: 0|spec.cpu2mips must be at least 1, but is 0; give the MIPS of one core, e.g. 5000, or leave it out for 1000",
                "cpu2mips: -5|spec.cpu2mips must be at least 1, but is -5; give the MIPS of one core, e.g. 5000, or leave it out for 1000",
                "cpu2mips: 1.5|spec.cpu2mips must be a whole number from -9223372036854775808 to 9007199254740992, but is the number 1.5",
                "cpu2mips: 9223372036854775808|spec.cpu2mips must be a whole number from -9223372036854775808 to 9007199254740992, but is the number 9223372036854775808",
                "cpu2mips: fast|spec.cpu2mips must be a whole number from -9223372036854775808 to 9007199254740992, but is the text 'fast'",
                "tier: -1|spec.tier must be a whole number from 0 to 2147483647, but is the number -1",
                "tier: 2147483648|spec.tier must be a whole number from 0 to 2147483647, but is the number 2147483648",
                "tier: .nan|spec.tier must be a whole number from 0 to 2147483647, but is the text '.nan'",
                "name: [a]|spec.name must be a text, but is a list",
                "name: {a: b}|spec.name must be a text, but is an object"
            })
    void refusesWrongValues(String field, String text) {
        assertThat(problem(field)).isEqualTo("f1:6: Region 'r1': " + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "-a", "a.", "ä", "a/b"})
    void refusesIdsThatCannotBeLabels(String id) {
        assertThat(Texts.problems(region("cpu2mips: 1").replace("r1", "\"" + id + "\"")))
                .containsExactly(
                        "f1:5: Region '" + id + "': spec.id cannot be the value of a label, by which Nodes say their"
                                + " region: use up to 63 letters, digits, '-', '_' and '.', the first and last a letter or digit");
    }

    @Test
    void readsIdsWithoutQuotesAsTheyAreWrittenAndWarns() {
        Manifests manifests = Texts.read(
                region("cpu2mips: 1").replace("r1", "004"),
                region("cpu2mips: 1").replace("r1", "no"),
                Texts.LINK.replace("003-003", "004").replace("001-001", "no"));

        assertThat(manifests.infrastructure().regions()).extracting(Region::id).containsExactly("004", "no");
        assertThat(manifests.warnings())
                .extracting(ManifestProblem::toString)
                .containsExactly("f1:5: Region '004': spec.id holds the number 004; it is read as it is written, but"
                        + " Kubernetes would refuse it; put it in quotes (and so for 3 more values)");
    }

    @Test
    void takesIdsOfUpTo63Characters() {
        assertThat(Texts.read(region("cpu2mips: 1").replace("r1", "a".repeat(63)))
                        .infrastructure()
                        .regions())
                .hasSize(1);
        assertThat(Texts.problems(region("cpu2mips: 1").replace("r1", "a".repeat(64))))
                .hasSize(1);
    }

    @Test
    void refusesARegionWithoutId() {
        assertThat(Texts.problems(region("").replace("  id: r1\n", "  name: x\n")))
                .contains("f1:5: Region 'r': spec.id is missing; it must be given");
        assertThat(Texts.problems("apiVersion: fogatlas.fbk.eu/v1alpha1\nkind: Region\n"))
                .contains("f1:1: Region '': spec.id is missing; it must be given");
        assertThat(Texts.problems("apiVersion: fogatlas.fbk.eu/v1alpha1\nkind: Region\nspec: 5\n"))
                .contains("f1:3: Region '': spec must be an object, but is the number 5");
    }

    @Test
    void readsAnEndpointOfWhichLittleIsKnown() {
        String text = "apiVersion: fogatlas.fbk.eu/v1alpha1\nkind: ExternalEndpoint\nspec: {id: cam1, regionid: r1}\n";

        assertThat(Texts.read(region("cpu2mips: 1"), text).infrastructure().endpoints())
                .containsExactly(new ExternalEndpoint("cam1", "cam1", "", "r1", Optional.empty()));
    }

    @Test
    void refusesAnEndpointWithoutRegionAndDoesNotBlameItsUsers() {
        assertThat(Texts.problems(Texts.REGIONS, Texts.ENDPOINT.replace(", regionid: 003-003", ""), Texts.fadepl("")))
                .containsExactly("f2:4: ExternalEndpoint 'cam1': spec.regionid is missing; it must be given");
    }

    @Test
    void refusesAnEndpointInAnUnknownRegionAndDoesNotBlameItsUsers() {
        assertThat(Texts.problems(Texts.REGIONS, Texts.ENDPOINT.replace("003-003", "004"), Texts.fadepl("")))
                .containsExactly("f2:1: ExternalEndpoint 'cam1': names region '004', but there is no such Region");
    }

    @Test
    void readsARegionThatNoLinkJoins() {
        assertThat(Texts.read(Texts.REGIONS).infrastructure().links()).isEmpty();
    }

    @Test
    void refusesTheSameIdTwice() {
        assertThat(Texts.problems(Texts.REGIONS + "---\n" + Texts.REGIONS, Texts.LINK, Texts.LINK))
                .containsExactly(
                        "f1:11: Region '001-001': is there more than once, first in f1:1; give each Region an id of its own",
                        "f1:16: Region '003-003': is there more than once, first in f1:6; give each Region an id of its own",
                        "f3:1: Link 'link1': is there more than once, first in f2:1; give each Link an id of its own");
    }

    @Test
    void doesNotBlameLinksForARegionThatIsThereButWrong() {
        assertThat(Texts.problems(Texts.REGIONS.replace("46.1,11.0", "here"), Texts.LINK))
                .singleElement()
                .asString()
                .startsWith("f1:4: Region '001-001': spec.location must be");
    }
}
