package io.fogatlas.docker;

import io.fogatlas.orchestration.DeploymentListener;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Sees to it that engines have the images of what is to be created there. */
final class Images {
    private final DeploymentListener listener;

    Images(DeploymentListener listener) {
        this.listener = listener;
    }

    /**
     * Fetches what is missing.
     *
     * @throws EngineException if an image cannot be had; nothing else was changed then
     */
    void fetch(List<SitePlan> plans) {
        for (SitePlan plan : plans) {
            TreeMap<String, ContainerSpec> byImage = new TreeMap<>();
            plan.created()
                    .forEach(replica -> replica.workload()
                            .containers()
                            .forEach(container -> byImage.merge(container.image(), container, Images::moreOften)));
            byImage.values().forEach(container -> fetch(plan.site(), container));
        }
    }

    private static ContainerSpec moreOften(ContainerSpec a, ContainerSpec b) {
        return a.pull().compareTo(b.pull()) <= 0 ? a : b;
    }

    private void fetch(Site site, ContainerSpec container) {
        String image = container.image();
        Optional<String> there = container.pull() == ContainerSpec.Pull.ALWAYS
                ? Optional.empty()
                : site.engine().image(image);
        if (there.isPresent()) {
            return;
        }
        if (container.pull() == ContainerSpec.Pull.NEVER) {
            throw new EngineException(
                    EngineException.Kind.MISSING,
                    "The engine of region '" + site.name() + "' has no image '" + image
                            + "', and its imagePullPolicy is Never; load it there with docker load.");
        }
        listener.told("region '" + site.name() + "': fetching image '" + image + "'");
        site.engine()
                .pull(
                        image,
                        progress -> listener.told("region '" + site.name() + "': image '" + image + "' " + progress));
    }
}
