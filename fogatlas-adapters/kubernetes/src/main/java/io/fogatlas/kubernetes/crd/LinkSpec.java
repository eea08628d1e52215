package io.fogatlas.kubernetes.crd;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.kubernetes.api.model.Quantity;

/** What a Link says. */
final class LinkSpec {
    @Required
    @Pattern(Patterns.ID)
    @JsonPropertyDescription("What FADepls call the link.")
    public String id;

    @Required
    @Pattern(Patterns.REGION_ID)
    @JsonPropertyDescription("The id of one region.")
    public String endpointa;

    @Required
    @Pattern(Patterns.REGION_ID)
    @JsonPropertyDescription("The id of the other region.")
    public String endpointb;

    @Required
    @Min(0)
    @Pattern(Patterns.AMOUNT)
    @JsonPropertyDescription("Capacity in bit/s, shared by both directions.")
    public Quantity bandwidth;

    @Required
    @Min(0)
    @Pattern(Patterns.AMOUNT)
    @JsonPropertyDescription("One-way latency in milliseconds.")
    public Quantity latency;

    @Required
    @JsonPropertyDescription("up or down; a link that is down is not used.")
    public String status;
}
