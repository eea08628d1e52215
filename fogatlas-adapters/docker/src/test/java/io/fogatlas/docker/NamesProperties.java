package io.fogatlas.docker;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.application.ApplicationId;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;

final class NamesProperties {
    private static WorkloadSpec workload(String microservice, String region) {
        return new WorkloadSpec(microservice, region, 1, List.of(), Map.of(), List.of(), 1, "no", false);
    }

    @Property
    void fitDockerWhateverTheyAreMadeOf(
            @ForAll @NotBlank @StringLength(max = 300) String application,
            @ForAll @NotBlank @StringLength(max = 300) String microservice,
            @ForAll @NotBlank @StringLength(max = 300) String region) {
        ApplicationId id = ApplicationId.of(application);

        assertThat(Names.container(id, workload(microservice, region), "0123456789abcdef", 99_999, 0))
                .matches("[a-zA-Z0-9][a-zA-Z0-9_.-]{1,252}");
        assertThat(Names.network(id, region)).matches("[a-zA-Z0-9][a-zA-Z0-9_.-]{1,252}");
        assertThat(Names.alias(microservice)).matches("[a-z0-9][a-z0-9-]{0,62}");
    }

    @Property
    void differForDifferentTexts(@ForAll @NotBlank String a, @ForAll @NotBlank String b) {
        assertThat(Names.part(a).equals(Names.part(b))).isEqualTo(a.equals(b));
    }

    @Property
    void areShownOnOneLine(@ForAll String text) {
        assertThat(Texts.oneLine(text)).doesNotContain("\n", "\r", "\u001B").hasSizeLessThanOrEqualTo(401);
    }
}
