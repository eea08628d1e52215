package io.fogatlas.kubernetes.crd;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;

/** What an ExternalEndpoint says. */
final class ExternalEndpointSpec {
    @Required
    @Pattern(Patterns.ID)
    @JsonPropertyDescription("What FADepls call the endpoint.")
    public String id;

    @Required
    @JsonPropertyDescription("camera, sensor, service or whatever it is.")
    public String type;

    @Required
    @JsonPropertyDescription("What people call it.")
    public String name;

    public String description;

    @Required
    public String ipaddress;

    @Required
    @Pattern(Patterns.LOCATION)
    @JsonPropertyDescription("Latitude and longitude in degrees, such as 46.07,11.12.")
    public String location;

    @Required
    @Pattern(Patterns.REGION_ID)
    @JsonPropertyDescription("The id of the region that it is in.")
    public String regionid;
}
