package io.fogatlas.kubernetes.crd;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Map;

/** What is booked of a Link. */
final class LinkStatus {
    @Required
    @Min(0)
    @Pattern(Patterns.AMOUNT)
    @JsonPropertyDescription("What all FADepls book together, in bit/s.")
    public Quantity bwallocated;

    public Integer currentstatus;

    @JsonPropertyDescription("What of that each FADepl books, in bit/s, by namespace/name; others book the rest.")
    public Map<String, String> bookings;
}
