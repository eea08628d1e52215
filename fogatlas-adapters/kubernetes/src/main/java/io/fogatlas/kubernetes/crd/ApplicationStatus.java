package io.fogatlas.kubernetes.crd;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;

/** Where an application runs, and what it books. */
final class ApplicationStatus {
    @Required
    @Min(0)
    @JsonPropertyDescription("0 New, 1 Synced, 2 Failed, 3 Changed.")
    public int currentstatus;

    public List<MicroservicePlacement> placements;

    public List<LinkOccupancy> linksoccupancy;

    /** Where a microservice runs. */
    static final class MicroservicePlacement {
        @Required
        public String microservice;

        @Required
        public List<RegionChoice> regions;
    }

    /** What is booked of a link. */
    static final class LinkOccupancy {
        @Required
        @JsonPropertyDescription("The id of the Link.")
        public String linkid;

        @Required
        @Min(0)
        @Pattern(Patterns.AMOUNT)
        @JsonPropertyDescription("What is booked, in bit/s.")
        public Quantity bwallocated;

        @Min(0)
        @Pattern(Patterns.AMOUNT)
        @JsonPropertyDescription("What was booked before, in bit/s.")
        public Quantity prevbwallocated;

        @Required
        @JsonPropertyDescription("Whether the status of the Link does not say so yet.")
        public boolean ischanged;
    }
}
