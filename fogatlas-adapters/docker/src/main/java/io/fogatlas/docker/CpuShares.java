package io.fogatlas.docker;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.infrastructure.Region;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Divides the CPU that a replica gets for its MIPS among its containers. */
final class CpuShares {
    private CpuShares() {}

    /**
     * Divides: in proportion to the CPU requests of the containers, evenly if they have none.
     *
     * @return millicores of each container, rounded up; 0 for all if the microservice asks for no MIPS
     */
    static List<Long> of(Microservice microservice, PodSpec pod, Region region) {
        List<Container> containers = pod.getContainers();
        if (microservice.requirements().mips() == 0) {
            return containers.stream().map(container -> 0L).toList();
        }
        long millis = microservice.requirements().cpuMillisIn(region);
        List<BigDecimal> weights = containers.stream()
                .map(container -> Amounts.of(container, true, "cpu").orElse(BigDecimal.ZERO))
                .toList();
        BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean evenly = sum.signum() == 0;
        BigDecimal whole = BigDecimal.valueOf(millis);
        return weights.stream()
                .map(weight -> evenly
                        ? whole.divide(BigDecimal.valueOf(containers.size()), 0, RoundingMode.CEILING)
                        : whole.multiply(weight).divide(sum, 0, RoundingMode.CEILING))
                .map(BigDecimal::longValueExact)
                .toList();
    }
}
