package io.fogatlas.docker;

import io.fogatlas.orchestration.DeploymentListener;
import io.fogatlas.orchestration.DeploymentPlan;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The engines of the regions {@code cloud} and {@code edge}, in memory, and targets that deploy to them. */
final class TwoEngines {
    private static final Pace QUICK = new Pace(Duration.ZERO, Duration.ofMillis(1));

    final MemoryEngine cloud = new MemoryEngine("cloud");
    final MemoryEngine edge = new MemoryEngine("edge");

    Fleet fleet() {
        return new Fleet(
                Map.of(
                        "cloud", EngineAddress.of(URI.create("unix:///cloud.sock")),
                        "edge", EngineAddress.of(URI.create("unix:///edge.sock"))),
                (region, address) -> region.equals("cloud") ? cloud : edge);
    }

    DockerTarget target(Shop shop, boolean strict) {
        return DockerTarget.of(fleet(), List.of(shop.manifest()), strict, QUICK);
    }

    DeploymentPlan apply(Shop shop) {
        return apply(shop, DeploymentListener.NONE);
    }

    DeploymentPlan apply(Shop shop, DeploymentListener listener) {
        try (DockerTarget target = target(shop, false)) {
            return target.apply(shop.deployable(), Duration.ofMillis(50), listener);
        }
    }

    DeploymentPlan plan(Shop shop) {
        try (DockerTarget target = target(shop, false)) {
            return target.plan(shop.deployable());
        }
    }

    DeploymentPlan remove(Shop shop) {
        try (DockerTarget target = target(shop, false)) {
            return target.remove(shop.id(), DeploymentListener.NONE);
        }
    }

    /** Everything at both engines. */
    Set<String> everything() {
        Set<String> lines = new TreeSet<>();
        cloud.everything().forEach(line -> lines.add("cloud " + line));
        edge.everything().forEach(line -> lines.add("edge " + line));
        return lines;
    }
}
