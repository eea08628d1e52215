package io.fogatlas.placement.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fogatlas.model.Resources;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.RegionDemand;
import io.fogatlas.model.application.Requirements;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.placement.Objective;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.problem.PlacementProblem;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A request for which the whole presolve of OR-Tools 9.15 claims a bound above the optimum (google/or-tools#5293). */
final class PresolveTest {
    @Test
    void claimsNoBoundAboveTheOptimum() {
        PlacementProblem problem = PlacementProblem.of(request());

        Solution solution = new ExactSolver(problem, Restriction.none(problem))
                .solve(
                        new CpSatEngine(/* presolve= */ true),
                        ExactSolver.Limits.of(Duration.ofMinutes(1), () -> false));

        assertThat(solution).isInstanceOf(Solution.Optimal.class);
        double optimum = 1 + 5 / 17.0;
        assertThat(((Solution.Optimal) solution).score()).isCloseTo(optimum, within(1e-9));
        assertThat(((Solution.Optimal) solution).bound()).isCloseTo(optimum, within(1e-9));
    }

    private static PlacementRequest request() {
        Infrastructure infrastructure = Infrastructure.builder()
                .add(region("r0", 500))
                .add(region("r1", 500))
                .add(region("r2", 3000))
                .add(node("n0", "r1", 2000, 512, 7168, 4))
                .add(node("n1", "r1", 2500, 3584, 5120, 5))
                .add(node("n2", "r2", 3000, 3584, 8192, 6))
                .add(node("n3", "r2", 3000, 2048, 8192, 8))
                .add(node("n4", "r2", 1000, 2560, 7168, 3))
                .add(link("l0", "r1", "r0", 500_000, 19_000))
                .add(link("l1", "r2", "r1", 500_000, 7_000))
                .add(link("l2", "r0", "r2", 7_000_000, 15_000))
                .build();
        Application application = Application.builder(ApplicationId.of("app"))
                .add(microservice("m0", 227, 64, 384, 1))
                .add(microservice("m1", 617, 480, 512, 1))
                .add(microservice("m2", 520, 288, 640, 3))
                .add(DataFlow.builder("m0", "m1").build())
                .add(DataFlow.builder("m2", "m0")
                        .bandwidthBps(500_000)
                        .latencyBoundMicros(120_000)
                        .build())
                .build();
        return PlacementRequest.builder(infrastructure, application)
                .objective(Objective.parse("network=0.001,latency=0.001,regions=1,balance=1"))
                .build();
    }

    private static Region region(String id, long mipsPerCore) {
        return Region.builder(id).mipsPerCore(mipsPerCore).build();
    }

    private static ComputeNode node(String name, String region, long cpu, long mib, long storageMib, long pods) {
        return ComputeNode.builder(name, region)
                .allocatable(new Resources(cpu, mib << 20, storageMib << 20, pods, Map.of()))
                .build();
    }

    private static Link link(String id, String from, String to, long bps, long micros) {
        return Link.builder(id, from, to)
                .bandwidthBps(bps)
                .latencyMicros(micros)
                .build();
    }

    private static Microservice microservice(String name, long mips, long mib, long storageMib, int replicas) {
        return Microservice.builder(name)
                .requirements(new Requirements(mips, new Resources(0, mib << 20, storageMib << 20, 0, Map.of())))
                .addDemand(new RegionDemand(Optional.empty(), replicas, Optional.empty()))
                .build();
    }
}
