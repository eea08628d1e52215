package io.fogatlas.kubernetes.crd;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.PreserveUnknownFields;
import io.fabric8.generator.annotation.Required;
import java.util.List;
import java.util.Map;

/** What a FedFAApp consists of. */
final class FedFAAppSpec {
    @Required
    public String name;

    @Required
    public String description;

    @Required
    public String algorithm;

    @Required
    public List<Chunk> applicationchunks;

    @Required
    @JsonPropertyDescription("The data flows between chunks.")
    public List<FADeplSpec.DataFlow> c2cdataflows;

    /** A piece of the application. */
    static final class Chunk {
        @Required
        public String name;

        @Required
        @PreserveUnknownFields
        @JsonPropertyDescription("Kept as it is.")
        public Map<String, Object> chunk;
    }
}
