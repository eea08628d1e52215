package io.fogatlas.benchmarks.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The main result of one JMH benchmark.
 *
 * @param score the mean
 * @param low where its confidence interval begins; not a number if JMH could not tell
 * @param high where its confidence interval ends; not a number if JMH could not tell
 * @param unit its unit
 * @param higherIsBetter whether it counts operations in a time, and not time for an operation
 */
record JmhResult(double score, double low, double high, String unit, boolean higherIsBetter) {
    /**
     * Reads JMH's JSON.
     *
     * @return the results by the name of the benchmark with its parameters
     * @throws IllegalArgumentException if the file is something else
     * @throws IOException if the file cannot be read
     */
    static Map<String, JmhResult> read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("There is no file '" + file + "'. Give one with JMH results in JSON.");
        }
        Map<String, JmhResult> results = new TreeMap<>();
        try {
            JsonNode all = new ObjectMapper().readTree(file.toFile());
            if (!all.isArray()) {
                throw notJmh(file);
            }
            for (JsonNode each : all) {
                JsonNode metric = each.path("primaryMetric");
                if (!metric.path("score").isNumber() || !each.path("benchmark").isTextual()) {
                    throw notJmh(file);
                }
                results.put(
                        name(each),
                        new JmhResult(
                                metric.path("score").asDouble(),
                                number(metric.path("scoreConfidence").path(0)),
                                number(metric.path("scoreConfidence").path(1)),
                                metric.path("scoreUnit").asText(),
                                each.path("mode").asText().equals("thrpt")));
            }
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(
                    "Cannot read '" + file + "' as JMH results in JSON: " + wrong.getOriginalMessage(), wrong);
        }
        return results;
    }

    private static IllegalArgumentException notJmh(Path file) {
        return new IllegalArgumentException("'" + file
                + "' does not hold JMH results in JSON, as 'speed.json' of a report or JMH's '-rf json' does.");
    }

    private static double number(JsonNode node) {
        return node.isNumber() ? node.asDouble() : Double.NaN;
    }

    private static String name(JsonNode each) {
        StringBuilder name =
                new StringBuilder(each.path("benchmark").asText().replaceFirst("^.*\\.([^.]+\\.[^.]+)$", "$1"));
        name.append(' ').append(each.path("mode").asText());
        each.path("params")
                .properties()
                .forEach(param -> name.append(' ')
                        .append(param.getKey())
                        .append('=')
                        .append(param.getValue().asText()));
        return name.toString();
    }
}
