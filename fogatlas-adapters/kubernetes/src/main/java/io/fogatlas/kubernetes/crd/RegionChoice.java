package io.fogatlas.kubernetes.crd;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;

/** A region of a microservice: asked for, or decided on. */
final class RegionChoice {
    @JsonPropertyDescription("The id of the region that the user asks for.")
    public String regionrequired;

    @JsonPropertyDescription("The id of the region that was decided on.")
    public String regionselected;

    @Min(0)
    @JsonPropertyDescription("How many replicas; 0 means as many as the Deployment says.")
    public Integer replicas;

    @JsonPropertyDescription("The image of the one container, instead of that of the Deployment.")
    public String image;

    @Min(0)
    @JsonPropertyDescription("Million instructions a second of one millicore there.")
    public Long cpu2mipsmilli;
}
