package io.fogatlas.model.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fogatlas.model.Problems;
import io.fogatlas.model.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ApplicationTest {
    private static final ApplicationId ID = ApplicationId.of("traffic");
    private static final Microservice DETECT = Microservice.builder("detect").build();
    private static final Microservice STORE = Microservice.builder("store").build();
    private static final DataFlow VIDEO =
            DataFlow.builder("camera", "detect").name("video").build();
    private static final DataFlow EVENTS =
            DataFlow.builder("detect", "store").name("events").build();
    private static final LatencyChain ALARM = chain("alarm", "camera", "detect", "store");
    private final Application application = Application.builder(ID)
            .addEndpoint("camera")
            .add(DETECT)
            .add(STORE)
            .add(VIDEO)
            .add(EVENTS)
            .add(ALARM)
            .build();

    @Test
    void findsItsPartsByName() {
        assertThat(application.id())
                .isEqualTo(new ApplicationId("default", "traffic"))
                .hasToString("default/traffic");
        assertThat(application.microservice("detect")).contains(DETECT);
        assertThat(application.microservice("camera")).isEmpty();
        assertThat(application.flow("events")).contains(EVENTS);
        assertThat(application.flow("detect")).isEmpty();
    }

    @Test
    void refusesEverythingThatDoesNotFitTogetherAtOnce() {
        assertThat(Refusal.of(() -> Application.builder(ID)
                        .addEndpoint("camera")
                        .addEndpoint("camera")
                        .addEndpoint("")
                        .add(DETECT)
                        .add(DETECT)
                        .add(Microservice.builder("camera").build())
                        .add(VIDEO)
                        .add(VIDEO)
                        .add(DataFlow.builder("moon", "mars").name("radio").build())
                        .add(chain("alarm", "detect", "camera"))
                        .add(chain("alarm", "camera", "venus"))
                        .build()))
                .containsExactly(
                        "ExternalEndpoint 'camera': is there more than once; give each ExternalEndpoint an id of its own",
                        "Application 'default/traffic': external endpoint must not be blank",
                        "Microservice 'detect': is there more than once; give each Microservice an id of its own",
                        "Microservice 'camera': has the name of an external endpoint, so data flows cannot tell them apart",
                        "Data flow 'video': is there more than once; give each Data flow an id of its own",
                        "Data flow 'radio': names 'moon', which is neither a microservice nor an external endpoint of the application",
                        "Data flow 'radio': names 'mars', which is neither a microservice nor an external endpoint of the application",
                        "Latency chain 'alarm': goes from 'detect' to 'camera', but no data flow does",
                        "Latency chain 'alarm': is there more than once; give each Latency chain an id of its own",
                        "Latency chain 'alarm': names 'venus', which is neither a microservice nor an external endpoint of the application",
                        "Latency chain 'alarm': goes from 'camera' to 'venus', but no data flow does");
    }

    @Test
    void refusesToBeEmpty() {
        assertThat(Refusal.of(() -> Application.builder(ID).build()))
                .containsExactly("Application 'default/traffic': has no microservice; give at least one");
    }

    @Test
    void refusesBandwidthsThatTogetherAreTooLargeToAddUp() {
        long half = Problems.MAX_AMOUNT / 2;
        Microservice twice =
                Microservice.builder("twice").replicas(2).spreadOver(2).build();
        DataFlow first = DataFlow.builder("twice", "store").bandwidthBps(half).build();
        DataFlow second = DataFlow.builder("store", "twice").bandwidthBps(1).build();

        assertThat(Application.builder(ID)
                        .add(twice)
                        .add(STORE)
                        .add(first)
                        .build()
                        .flows())
                .containsExactly(first);
        assertThat(Refusal.of(() -> Application.builder(ID)
                        .add(twice)
                        .add(STORE)
                        .add(first)
                        .add(second)
                        .build()))
                .containsExactly("Data flow 'store->twice': brings the bandwidth of all routes together above"
                        + " 9007199254740992 bit/s");
    }

    @Test
    void mayHaveFlowsInCirclesAndSeveralBetweenTheSameTwo() {
        Application circle = Application.builder(ID)
                .add(DETECT)
                .add(STORE)
                .add(EVENTS)
                .add(DataFlow.builder("detect", "store").name("more").build())
                .add(DataFlow.builder("store", "detect").name("back").build())
                .add(chain("round", "detect", "store", "detect", "store"))
                .build();

        assertThat(circle.flows()).hasSize(3);
        assertThat(circle.chains()).hasSize(1);
    }

    @Test
    void isEqualByValue() {
        Application same =
                new Application(ID, List.of("camera"), List.of(DETECT, STORE), List.of(VIDEO, EVENTS), List.of(ALARM));

        assertThat(same).isEqualTo(application).hasSameHashCodeAs(application);
        assertThat(same).isNotEqualTo("something else");
        assertThat(same)
                .isNotEqualTo(new Application(
                        ID, List.of("camera"), List.of(DETECT, STORE), List.of(VIDEO, EVENTS), List.of()));
        assertThat(same).hasToString("Application[default/traffic, microservices=2, endpoints=1, flows=2, chains=1]");
    }

    @Test
    void doesNotChangeWithTheListsItWasMadeOf() {
        List<Microservice> microservices = new ArrayList<>(List.of(DETECT));
        Application small = new Application(ID, List.of(), microservices, List.of(), List.of());
        microservices.add(STORE);

        assertThat(small.microservices()).containsExactly(DETECT);
        assertThatThrownBy(() -> small.microservices().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> small.flows().add(EVENTS)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void idsAreOrderedByNamespaceThenNameAndNeverBlank() {
        assertThat(Stream.of(new ApplicationId("b", "a"), new ApplicationId("a", "c"), new ApplicationId("a", "b"))
                        .sorted())
                .extracting(ApplicationId::toString)
                .containsExactly("a/b", "a/c", "b/a");
        assertThat(Refusal.of(() -> new ApplicationId("", " ")))
                .containsExactly(
                        "Application ' ': namespace must not be blank", "Application ' ': name must not be blank");
    }

    private static LatencyChain chain(String name, String... vertices) {
        return new LatencyChain(
                name,
                Stream.of(vertices)
                        .map(vertex -> new LatencyChain.Step(vertex, 0))
                        .toList(),
                1);
    }
}
