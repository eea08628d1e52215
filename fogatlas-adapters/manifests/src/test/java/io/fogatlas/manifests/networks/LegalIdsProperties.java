package io.fogatlas.manifests.networks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class LegalIdsProperties {
    @Property
    void everyTextGetsALegalIdOfItsOwn(@ForAll("labels") List<String> labels) {
        LegalIds ids = new LegalIds(10, "region");
        Set<String> given = new HashSet<>();

        for (String label : labels) {
            String id = ids.idFor(label);
            assertThat(id).hasSizeLessThanOrEqualTo(10).matches("[a-z0-9]+([.-]+[a-z0-9]+)*");
            assertThat(given.add(id)).isTrue();
        }
    }

    @Provide
    Arbitrary<List<String>> labels() {
        Arbitrary<String> some = Arbitraries.strings().ofMaxLength(80);
        Arbitrary<String> like = Arbitraries.strings().withChars("aB1-. _é").ofMaxLength(14);
        return Arbitraries.oneOf(some, like).list().ofMaxSize(40);
    }

    @Example
    void readsWellWhereItCan() {
        LegalIds ids = new LegalIds(63, "region");

        assertThat(ids.idFor("Washington, DC")).isEqualTo("washington-dc");
        assertThat(ids.idFor("Málaga")).isEqualTo("malaga");
        assertThat(ids.idFor("at1.at")).isEqualTo("at1.at");
        assertThat(ids.idFor("Hong Kong (SAR).")).isEqualTo("hong-kong-sar");
        assertThat(ids.idFor("北京")).isEqualTo("region");
        assertThat(ids.idFor("東京")).isEqualTo("region-2");
        assertThat(ids.idFor("x".repeat(70))).isEqualTo("x".repeat(63));
        assertThat(ids.idFor("x".repeat(71))).isEqualTo("x".repeat(61) + "-2");
    }
}
