package io.fogatlas.kubernetes.crd;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;

/** What a DynamicNode is. */
final class DynamicNodeSpec {
    @Required
    @Pattern(Patterns.ID)
    public String id;

    @Required
    public String description;

    @Required
    public String location;

    @Required
    @Min(0)
    public int tier;

    @Required
    @JsonProperty("ip_address")
    public String ipAddress;

    @Required
    @JsonProperty("region_id")
    public String regionId;

    @Required
    @JsonProperty("ansible_ssh_user")
    public String ansibleSshUser;

    @Required
    public String architecture;

    @Required
    public String processor;

    @Required
    public String gpu;

    @Required
    public String memory;

    @Required
    public String storage;

    @Required
    @JsonProperty("operating_system")
    public String operatingSystem;

    @Required
    public String status;
}
