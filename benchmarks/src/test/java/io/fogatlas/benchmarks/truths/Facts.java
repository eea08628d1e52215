package io.fogatlas.benchmarks.truths;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.fixtures.RealFiles;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.problem.Network;
import io.fogatlas.placement.problem.PlacementProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;

/** Reads the real files as they are, without any importer. */
final class Facts {
    private Facts() {}

    static JsonNode json(String path) throws IOException {
        return new ObjectMapper().readTree(RealFiles.file(path).toFile());
    }

    static JsonNode yaml(String path) throws IOException {
        Object tree = new Yaml().load(Files.readString(RealFiles.file(path)));
        return new ObjectMapper().valueToTree(tree);
    }

    static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    /** The regions and links as algorithms see them. */
    static Network network(Infrastructure infrastructure) {
        Application any = Application.builder(ApplicationId.of("any"))
                .add(Microservice.builder("any").build())
                .build();
        return PlacementProblem.of(PlacementRequest.of(infrastructure, any)).network();
    }
}
