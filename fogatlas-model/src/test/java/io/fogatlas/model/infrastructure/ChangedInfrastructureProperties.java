package io.fogatlas.model.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fogatlas.model.InvalidModelException;
import io.fogatlas.model.Resources;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Changes an infrastructure step by step, and compares it with one built anew from what should be in it. */
final class ChangedInfrastructureProperties {
    private final Map<String, Region> regions = new LinkedHashMap<>();
    private final Map<String, ComputeNode> nodes = new LinkedHashMap<>();
    private final Map<String, Link> links = new LinkedHashMap<>();
    private final Map<String, ExternalEndpoint> endpoints = new LinkedHashMap<>();

    @Property(tries = 300)
    void isWhatIsBuiltAnewFromTheSameParts(@ForAll long seed) {
        Random random = new Random(seed);
        put(Region.builder("r0").build());
        Infrastructure changed = anew();
        for (int step = 0; step < 60; step++) {
            Infrastructure before = changed;
            Infrastructure same = anew();
            changed = change(changed, random);

            assertThat(before).isEqualTo(same);
            Infrastructure expected = anew();
            assertThat(changed).isEqualTo(expected).hasSameHashCodeAs(expected);
            for (int region = 0; region < 6; region++) {
                assertThat(changed.nodesIn("r" + region))
                        .containsExactlyInAnyOrderElementsOf(expected.nodesIn("r" + region));
                assertThat(changed.region("r" + region)).isEqualTo(expected.region("r" + region));
            }
            for (int id = 0; id < 12; id++) {
                assertThat(changed.node("n" + id)).isEqualTo(expected.node("n" + id));
                assertThat(changed.link("l" + id)).isEqualTo(expected.link("l" + id));
                assertThat(changed.endpoint("e" + id)).isEqualTo(expected.endpoint("e" + id));
            }
        }
    }

    private Infrastructure change(Infrastructure from, Random random) {
        String region = "r" + random.nextInt(6);
        String other = "r" + random.nextInt(6);
        int id = random.nextInt(12);
        Link link = Link.builder("l" + id, region, other)
                .bandwidthBps(random.nextInt(5))
                .build();
        ExternalEndpoint endpoint = ExternalEndpoint.of("e" + id, region);
        ComputeNode node = node(id, region, random);
        boolean there = regions.containsKey(region);
        return switch (random.nextInt(8)) {
            case 0 ->
                from.with(put(Region.builder(region).tier(random.nextInt(3)).build()));
            case 1 -> there ? from.with(put(node)) : refused(from, () -> from.with(node));
            case 2 -> there && regions.containsKey(other) ? from.with(put(link)) : refused(from, () -> from.with(link));
            case 3 -> there ? from.with(put(endpoint)) : refused(from, () -> from.with(endpoint));
            case 4 -> withoutRegion(from, region);
            case 5 ->
                nodes.remove("n" + id) == null
                        ? refused(from, () -> from.withoutNode("n" + id))
                        : from.withoutNode("n" + id);
            case 6 ->
                links.remove("l" + id) == null
                        ? refused(from, () -> from.withoutLink("l" + id))
                        : from.withoutLink("l" + id);
            default ->
                endpoints.remove("e" + id) == null
                        ? refused(from, () -> from.withoutEndpoint("e" + id))
                        : from.withoutEndpoint("e" + id);
        };
    }

    private Infrastructure withoutRegion(Infrastructure from, String region) {
        boolean used = nodes.values().stream().anyMatch(node -> node.regionId().equals(region))
                || links.values().stream()
                        .anyMatch(link ->
                                link.regionA().equals(region) || link.regionB().equals(region))
                || endpoints.values().stream().anyMatch(each -> each.regionId().equals(region));
        if (used || regions.size() == 1 || !regions.containsKey(region)) {
            return refused(from, () -> from.withoutRegion(region));
        }
        regions.remove(region);
        return from.withoutRegion(region);
    }

    private static Infrastructure refused(Infrastructure from, ThrowingCallable change) {
        assertThatThrownBy(change).isInstanceOf(InvalidModelException.class);
        return from;
    }

    private static ComputeNode node(int id, String region, Random random) {
        return ComputeNode.builder("n" + id, region)
                .allocatable(Resources.builder().cpuMillis(random.nextInt(9)).build())
                .build();
    }

    private Region put(Region region) {
        regions.put(region.id(), region);
        return region;
    }

    private ComputeNode put(ComputeNode node) {
        nodes.put(node.name(), node);
        return node;
    }

    private Link put(Link link) {
        links.put(link.id(), link);
        return link;
    }

    private ExternalEndpoint put(ExternalEndpoint endpoint) {
        endpoints.put(endpoint.id(), endpoint);
        return endpoint;
    }

    private Infrastructure anew() {
        return new Infrastructure(
                new ArrayList<>(regions.values()),
                new ArrayList<>(nodes.values()),
                new ArrayList<>(links.values()),
                List.copyOf(endpoints.values()));
    }
}
