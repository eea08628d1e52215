package io.fogatlas.manifests;

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

final class KubernetesNamesProperties {
    @Property
    void everyTextGetsALegalIdOfItsOwn(@ForAll("labels") List<String> labels) {
        KubernetesNames names = new KubernetesNames(20, "region");
        Set<String> given = new HashSet<>();

        for (String label : labels) {
            String id = names.of(label);
            assertThat(id).hasSizeLessThanOrEqualTo(20).matches("[a-z0-9]+([.-]+[a-z0-9]+)*");
            assertThat(given.add(id)).isTrue();
        }
    }

    @Provide
    Arbitrary<List<String>> labels() {
        Arbitrary<String> some = Arbitraries.strings().ofMaxLength(80);
        Arbitrary<String> like = Arbitraries.strings().withChars("aB1-. _é").ofMaxLength(24);
        return Arbitraries.oneOf(some, like).list().ofMaxSize(40);
    }

    @Example
    void readsWellWhereItCan() {
        KubernetesNames names = new KubernetesNames(63, "region");

        assertThat(names.of("Washington, DC")).isEqualTo("washington-dc");
        assertThat(names.of("Málaga")).isEqualTo("malaga");
        assertThat(names.of("at1.at")).isEqualTo("at1.at");
        assertThat(names.of("Hong Kong (SAR).")).isEqualTo("hong-kong-sar");
        assertThat(names.of("北京")).isEqualTo("region");
        assertThat(names.of("東京")).isEqualTo("region-2");
        assertThat(names.of("x".repeat(70))).isEqualTo("x".repeat(63));
        assertThat(names.of("x".repeat(71))).isEqualTo("x".repeat(61) + "-2");
    }
}
