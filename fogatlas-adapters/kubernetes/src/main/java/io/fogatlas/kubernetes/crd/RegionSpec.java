package io.fogatlas.kubernetes.crd;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;

/** What a Region says. */
final class RegionSpec {
    @Required
    @Pattern(Patterns.REGION_ID)
    @JsonPropertyDescription("What Links, ExternalEndpoints, FADepls and the label of Nodes call the region.")
    public String id;

    @Required
    @JsonPropertyDescription("What people call it.")
    public String name;

    public String description;

    @Required
    @Pattern(Patterns.LOCATION)
    @JsonPropertyDescription("Latitude and longitude in degrees, such as 46.07,11.12.")
    public String location;

    @Required
    @Min(0)
    @Max(1000)
    @JsonPropertyDescription("0 is the cloud; the higher, the nearer to the edge.")
    public int tier;

    @Required
    @JsonPropertyDescription("nodes, clusters or hostcluster.")
    public String type;

    @Required
    @JsonPropertyDescription("The CPU that all nodes of the region have.")
    public String cpumodel;

    @Required
    @Min(1)
    @JsonPropertyDescription("Million instructions a second of one core.")
    public long cpu2mips;
}
