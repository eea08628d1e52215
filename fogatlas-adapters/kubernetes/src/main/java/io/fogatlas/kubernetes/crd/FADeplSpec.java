package io.fogatlas.kubernetes.crd;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.runtime.RawExtension;
import java.util.List;

/** What an FADepl asks for. */
final class FADeplSpec {
    @Required
    @JsonPropertyDescription("The name of the placement algorithm, such as DAG, Silly or portfolio.")
    public String algorithm;

    @Required
    @JsonPropertyDescription("The ids of the ExternalEndpoints that it uses.")
    public List<String> externalendpoints;

    @Required
    public List<Microservice> microservices;

    public List<DataFlow> dataflows;

    /** A part of the application that runs in one region or several. */
    static final class Microservice {
        @Required
        @Pattern("^[a-z0-9]([-a-z0-9.]{0,198}[a-z0-9])?$")
        @JsonPropertyDescription("What data flows call it; the names of its Deployments start so.")
        public String name;

        @Min(0)
        @Pattern(Patterns.AMOUNT)
        @JsonPropertyDescription("Million instructions a second of one replica; counts instead of its CPU request.")
        public Quantity mipsrequired;

        @Required
        @JsonPropertyDescription("The Deployment (apps/v1) that runs in each of its regions.")
        public RawExtension deployment;

        @JsonPropertyDescription("The regions that are asked for, and what is different there.")
        public List<RegionChoice> regions;
    }

    /** What flows between two vertices. */
    static final class DataFlow {
        public String name;

        public java.util.Map<String, String> labels;

        @Required
        @Pattern(Patterns.ID)
        @JsonPropertyDescription("The microservice or ExternalEndpoint it comes from.")
        public String sourceid;

        @Required
        @Pattern(Patterns.ID)
        @JsonPropertyDescription("The microservice or ExternalEndpoint it goes to.")
        public String destinationid;

        @Required
        @Min(0)
        @Pattern(Patterns.AMOUNT)
        @JsonPropertyDescription("What it needs, in bit/s.")
        public Quantity bandwidthrequired;

        @Required
        @Pattern(Patterns.BOUND)
        @JsonPropertyDescription("How long it may take at most, in milliseconds; 0 and less mean no bound.")
        public Quantity latency;
    }
}
