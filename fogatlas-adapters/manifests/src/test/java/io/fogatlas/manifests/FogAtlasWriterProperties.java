package io.fogatlas.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.Resources;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.LabelExpression;
import io.fogatlas.model.application.LabelExpression.Operator;
import io.fogatlas.model.application.LabelSelector;
import io.fogatlas.model.application.LatencyChain;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.NodeSelector;
import io.fogatlas.model.application.Requirements;
import io.fogatlas.model.arbitraries.Infrastructures;
import io.fogatlas.model.arbitraries.Scenario;
import io.fogatlas.model.arbitraries.Scenarios;
import io.fogatlas.model.infrastructure.Infrastructure;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is written is read back as it was. */
final class FogAtlasWriterProperties {
    @Property(tries = 200)
    void anInfrastructureIsReadBackAsItWas(
            @ForAll("infrastructures") Infrastructure infrastructure, @ForAll Format format) {
        String text = new FogAtlasWriter().add(infrastructure).write(format);

        Manifests read = read(text);

        assertThat(read.infrastructure()).isEqualTo(infrastructure);
        assertThat(read.warnings()).isEmpty();
    }

    @Property(tries = 150)
    void anApplicationIsReadBackAsItWasInNormalForm(@ForAll("scenarios") Scenario scenario, @ForAll Format format) {
        Application application = scenario.application();
        Assume.that(application.chains().stream().noneMatch(FogAtlasWriterProperties::changesItsMind));
        String text = new FogAtlasWriter()
                .add(scenario.infrastructure())
                .add(application, "greedy")
                .write(format);

        Manifests read = read(text);

        ApplicationManifest manifest = read.applications().get(0);
        assertThat(manifest.application()).isEqualTo(normal(application));
        assertThat(manifest.algorithm()).isEqualTo("greedy");
        assertThat(new FogAtlasWriter()
                        .add(scenario.infrastructure())
                        .add(manifest)
                        .write(format))
                .isEqualTo(text);
    }

    private static Manifests read(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new ManifestReader().read(List.of(Source.of("written", new ByteArrayInputStream(bytes))));
    }

    /** Whether a chain passes one vertex with different processing times, of which the annotation holds one. */
    static boolean changesItsMind(LatencyChain chain) {
        Map<String, Long> times = new HashMap<>();
        return chain.steps().stream().anyMatch(step -> {
            Long before = times.put(step.vertex(), step.processingMicros());
            return before != null && before != step.processingMicros();
        });
    }

    private static Application normal(Application application) {
        Application.Builder normal = Application.builder(application.id());
        application.endpoints().forEach(normal::addEndpoint);
        application.microservices().forEach(microservice -> normal.add(normal(microservice)));
        application.flows().forEach(normal::add);
        application.chains().forEach(normal::add);
        return normal.build();
    }

    /** A replica takes one pod slot, has a label, and what is required of its node beyond single values is an alternative. */
    private static Microservice normal(Microservice microservice) {
        Resources asked = microservice.requirements().request();
        Resources request =
                new Resources(asked.cpuMillis(), asked.memoryBytes(), asked.storageBytes(), 1, asked.extended());
        return new Microservice(
                microservice.name(),
                new Requirements(microservice.requirements().mips(), request),
                microservice.demands(),
                microservice.labels().isEmpty() ? Map.of("app", microservice.name()) : microservice.labels(),
                normal(microservice.nodeSelector()),
                microservice.tolerations(),
                microservice.regionConstraints(),
                microservice.affinities(),
                microservice.antiAffinities());
    }

    private static NodeSelector normal(NodeSelector selector) {
        List<LabelExpression> simple = new ArrayList<>();
        List<LabelExpression> rest = new ArrayList<>();
        for (LabelExpression expression : selector.required().expressions()) {
            boolean one =
                    expression.operator() == Operator.IN && expression.values().size() == 1;
            (one ? simple : rest).add(expression);
        }
        List<NodeSelector.Term> terms = new ArrayList<>();
        selector.anyOf().forEach(term -> {
            List<LabelExpression> labels = new ArrayList<>(term.labels());
            labels.addAll(rest);
            terms.add(new NodeSelector.Term(labels, term.fields()));
        });
        if (terms.isEmpty() && !rest.isEmpty()) {
            terms.add(new NodeSelector.Term(rest, List.of()));
        }
        return new NodeSelector(new LabelSelector(simple), terms);
    }

    @Provide
    Arbitrary<Infrastructure> infrastructures() {
        return Infrastructures.ANY.arbitrary();
    }

    @Provide
    Arbitrary<Scenario> scenarios() {
        return Scenarios.ANY.arbitrary();
    }
}
