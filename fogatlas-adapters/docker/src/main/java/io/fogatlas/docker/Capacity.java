package io.fogatlas.docker;

import io.fogatlas.orchestration.DeploymentException;
import java.util.OptionalLong;

/** Refuses what an engine would refuse, before anything is changed. */
final class Capacity {
    private static final long NANO = 1_000_000_000;

    private Capacity() {}

    /**
     * Compares what new containers may take with what the machine has.
     *
     * @throws DeploymentException if a container is to get more cores than there are
     */
    static void check(Site site, SitePlan plan) {
        EngineFacts facts = site.engine().facts();
        for (SitePlan.NewReplica replica : plan.created()) {
            for (ContainerSpec container : replica.workload().containers()) {
                OptionalLong nanoCpus = container.limits().nanoCpus();
                if (nanoCpus.isPresent() && nanoCpus.getAsLong() > facts.cpus() * NANO) {
                    throw new DeploymentException("Microservice '"
                            + replica.workload().microservice() + "' is to get "
                            + nanoCpus.getAsLong() / 1_000_000 + "m CPU in region '"
                            + replica.workload().region() + "', but its engine '" + Texts.oneLine(facts.name())
                            + "' has " + facts.cpus() + " cores. Compare mipsrequired with the region's cpu2mips.");
                }
            }
        }
    }
}
