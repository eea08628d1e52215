package io.fogatlas.manifests;

import io.fogatlas.model.infrastructure.ExternalEndpoint;
import java.util.Optional;

/** Reads ExternalEndpoints. */
final class EndpointReader {
    private EndpointReader() {}

    /**
     * Reads one ExternalEndpoint.
     *
     * @return the endpoint; empty without an id or a region, which is noted
     */
    static Optional<ExternalEndpoint> read(ManifestObject object) {
        Fields spec = object.fields().inner("spec");
        String id = spec.requiredText("id");
        String region = spec.requiredText("regionid");
        String name = spec.text("name").orElse(id);
        String type = spec.text("type").orElse("");
        var location = RegionReader.location(spec);
        return id.isBlank() || region.isBlank()
                ? Optional.empty()
                : Optional.of(new ExternalEndpoint(id, name, type, region, location));
    }
}
