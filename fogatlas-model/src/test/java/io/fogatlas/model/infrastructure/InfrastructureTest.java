package io.fogatlas.model.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fogatlas.model.Location;
import io.fogatlas.model.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class InfrastructureTest {
    private static final Region EDGE =
            Region.builder("edge").location(new Location(46, 11)).build();
    private static final Region CLOUD = Region.builder("cloud").build();
    private static final ComputeNode NODE = ComputeNode.builder("n1", "edge").build();
    private static final ComputeNode NODE2 = ComputeNode.builder("n2", "edge").build();
    private static final Link LINK = Link.builder("l1", "edge", "cloud").build();
    private static final ExternalEndpoint CAMERA = ExternalEndpoint.of("camera", "edge");
    private final Infrastructure infrastructure = Infrastructure.builder()
            .add(EDGE)
            .add(CLOUD)
            .add(NODE)
            .add(NODE2)
            .add(LINK)
            .add(CAMERA)
            .build();

    @Test
    void findsItsPartsById() {
        assertThat(infrastructure.region("edge")).contains(EDGE);
        assertThat(infrastructure.node("n1")).contains(NODE);
        assertThat(infrastructure.link("l1")).contains(LINK);
        assertThat(infrastructure.endpoint("camera")).contains(CAMERA);
        assertThat(infrastructure.nodesIn("edge")).containsExactly(NODE, NODE2);
    }

    @Test
    void findsNothingWhereThereIsNothing() {
        assertThat(infrastructure.region("moon")).isEmpty();
        assertThat(infrastructure.node("edge")).isEmpty();
        assertThat(infrastructure.link("edge")).isEmpty();
        assertThat(infrastructure.endpoint("edge")).isEmpty();
        assertThat(infrastructure.nodesIn("cloud")).isEmpty();
        assertThat(infrastructure.nodesIn("moon")).isEmpty();
    }

    @Test
    void withoutAnyNodeComputeIsUnlimited() {
        assertThat(infrastructure.hasNodes()).isTrue();
        assertThat(Infrastructure.builder().add(EDGE).build().hasNodes()).isFalse();
    }

    @Test
    void anEndpointStandsWhereItSaysOrElseWhereItsRegionLies() {
        Location own = new Location(1, 2);
        Infrastructure located = Infrastructure.builder()
                .add(EDGE)
                .add(CLOUD)
                .add(CAMERA)
                .add(new ExternalEndpoint("drone", "Drone 1", "camera", "edge", Optional.of(own)))
                .add(ExternalEndpoint.of("api", "cloud"))
                .build();

        assertThat(located.locationOfEndpoint("camera")).contains(new Location(46, 11));
        assertThat(located.locationOfEndpoint("drone")).contains(own);
        assertThat(located.locationOfEndpoint("api")).isEmpty();
        assertThat(located.locationOfEndpoint("nobody")).isEmpty();
    }

    @Test
    void refusesEveryDuplicateAndEveryUnknownRegionAtOnce() {
        assertThat(Refusal.of(() -> Infrastructure.builder()
                        .addRegions(List.of(EDGE, EDGE))
                        .addNodes(List.of(
                                NODE, NODE, ComputeNode.builder("n3", "moon").build()))
                        .addLinks(List.of(Link.builder("l1", "moon", "mars").build(), LINK))
                        .addEndpoints(List.of(CAMERA, CAMERA, ExternalEndpoint.of("probe", "venus")))
                        .build()))
                .containsExactly(
                        "Region 'edge': is there more than once; give each Region an id of its own",
                        "Node 'n1': is there more than once; give each Node an id of its own",
                        "Node 'n3': names region 'moon', but there is no such Region",
                        "Link 'l1': names region 'moon', but there is no such Region",
                        "Link 'l1': names region 'mars', but there is no such Region",
                        "Link 'l1': is there more than once; give each Link an id of its own",
                        "Link 'l1': names region 'cloud', but there is no such Region",
                        "ExternalEndpoint 'camera': is there more than once; give each ExternalEndpoint an id of its own",
                        "ExternalEndpoint 'probe': names region 'venus', but there is no such Region");
    }

    @Test
    void refusesToBeEmpty() {
        assertThat(Refusal.of(() -> Infrastructure.builder().build()))
                .containsExactly("Infrastructure '': there is no Region; give at least one");
    }

    @Test
    void isEqualByValueInTheOrderGiven() {
        Infrastructure same =
                new Infrastructure(List.of(EDGE, CLOUD), List.of(NODE, NODE2), List.of(LINK), List.of(CAMERA));
        Infrastructure turned =
                new Infrastructure(List.of(CLOUD, EDGE), List.of(NODE, NODE2), List.of(LINK), List.of(CAMERA));

        assertThat(same).isEqualTo(infrastructure).hasSameHashCodeAs(infrastructure);
        assertThat(same).isNotEqualTo(turned).isNotEqualTo("something else");
        assertThat(same)
                .isNotEqualTo(Infrastructure.builder().add(EDGE).add(CLOUD).build());
        assertThat(same).hasToString("Infrastructure[regions=2, nodes=2, links=1, endpoints=1]");
    }

    @Test
    void doesNotChangeWithTheListsItWasMadeOf() {
        List<Region> regions = new ArrayList<>(List.of(EDGE));
        Infrastructure small = new Infrastructure(regions, List.of(NODE), List.of(), List.of());
        regions.add(CLOUD);

        assertThat(small.regions()).containsExactly(EDGE);
        assertThatThrownBy(() -> small.regions().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> small.nodesIn("edge").clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void endpointsRefuseBlankIds() {
        assertThat(Refusal.of(() -> ExternalEndpoint.of("", "")))
                .containsExactly(
                        "ExternalEndpoint '': id must not be blank", "ExternalEndpoint '': regionId must not be blank");
    }
}
