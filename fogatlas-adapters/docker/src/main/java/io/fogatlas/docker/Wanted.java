package io.fogatlas.docker;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.orchestration.Deployable;
import io.fogatlas.orchestration.DeploymentException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is to run, by region.
 *
 * @param application the application
 * @param byRegion its microservices in each region, in order of the regions' ids
 * @param notes what Docker cannot express of it
 */
record Wanted(ApplicationId application, Map<String, List<WorkloadSpec>> byRegion, List<String> notes) {
    /**
     * Translates a placement.
     *
     * @param deployable the placement
     * @param deployments the Deployments of the microservices, as they were written
     * @param strict whether what Docker cannot express is refused
     * @throws DeploymentException if something is refused or missing
     */
    static Wanted of(Deployable deployable, Map<String, Deployment> deployments, boolean strict) {
        ApplicationId id = deployable.application().id();
        Findings findings = new Findings();
        for (String name : List.of(id.namespace(), id.name())) {
            Labels.requireFit(name, text -> findings.refuse("", text));
        }
        Map<String, List<WorkloadSpec>> byRegion = new TreeMap<>();
        for (Microservice microservice : deployable.application().microservices()) {
            Deployment deployment = deployments.get(microservice.name());
            if (deployment == null) {
                throw new DeploymentException("There is no Deployment of microservice '" + microservice.name()
                        + "' of '" + id + "', so nobody knows what to run; give its FADepl.");
            }
            Labels.requireFit(microservice.name(), text -> findings.refuse(microservice.name(), text));
            Translation translation = new Translation(microservice, deployment, findings);
            Map<String, Optional<String>> images = images(microservice, deployable.placement());
            for (Assignment assignment : deployable.placement().of(microservice.name())) {
                Region region = deployable
                        .infrastructure()
                        .region(assignment.region())
                        .orElseThrow(() -> new DeploymentException("There is no region '" + assignment.region()
                                + "', where microservice '" + microservice.name() + "' is placed."));
                byRegion.computeIfAbsent(region.id(), key -> new ArrayList<>())
                        .add(translation.in(region, assignment, images.getOrDefault(region.id(), Optional.empty())));
            }
        }
        return new Wanted(id, Collections.unmodifiableMap(byRegion), findings.notes(strict));
    }

    /** The image of each region that has one of its own. */
    private static Map<String, Optional<String>> images(Microservice microservice, Placement placement) {
        List<Optional<Assignment>> answers = placement.answers(microservice);
        Map<String, Optional<String>> images = new TreeMap<>();
        for (int place = 0; place < answers.size(); place++) {
            Optional<String> image = microservice.demands().get(place).image();
            answers.get(place).ifPresent(assignment -> images.put(assignment.region(), image));
        }
        return images;
    }
}
