package io.fogatlas.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Says what keeps a Pod from being ready. */
final class PodProblems {
    /** Only for a moment, and no reason to worry. */
    private static final List<String> USUAL = List.of("ContainerCreating", "PodInitializing");

    private PodProblems() {}

    /** Lists what keeps a Pod, a sentence each; empty if it is ready, or nothing is known yet. */
    static List<String> of(ObjectNode pod) {
        String start = "Pod '" + Trees.name(pod) + "' ";
        List<String> problems = new ArrayList<>();
        JsonNode status = pod.path("status");
        for (JsonNode condition : status.path("conditions")) {
            if (condition.path("type").asText().equals("PodScheduled") && isFalse(condition)) {
                problems.add(start + "is on no node: " + text(condition));
            }
        }
        for (String containers : List.of("initContainerStatuses", "containerStatuses")) {
            status.path(containers).forEach(container -> container(start, container, problems));
        }
        if (status.path("phase").asText().equals("Failed")) {
            problems.add(start + "has failed: " + text(status));
        }
        return problems;
    }

    static boolean isUnschedulable(ObjectNode pod) {
        for (JsonNode condition : pod.path("status").path("conditions")) {
            if (condition.path("type").asText().equals("PodScheduled") && isFalse(condition)) {
                return true;
            }
        }
        return false;
    }

    private static void container(String start, JsonNode container, List<String> problems) {
        String name = "container '" + container.path("name").asText() + "' ";
        JsonNode waiting = container.path("state").path("waiting");
        JsonNode ended = container.path("state").path("terminated");
        if (waiting.isObject() && !USUAL.contains(waiting.path("reason").asText())) {
            problems.add(start + "waits: " + name + text(waiting) + lastEnd(container));
        } else if (ended.isObject() && ended.path("exitCode").asInt() != 0) {
            problems.add(start + name + "ended with exit code "
                    + ended.path("exitCode").asInt() + ", " + text(ended));
        } else if (container.path("state").has("running")
                && !container.path("ready").asBoolean()) {
            problems.add(start + name + "runs, but is not ready");
        }
    }

    private static String lastEnd(JsonNode container) {
        JsonNode last = container.path("lastState").path("terminated");
        return last.isObject()
                ? "; it ended before with exit code " + last.path("exitCode").asInt()
                : "";
    }

    private static boolean isFalse(JsonNode condition) {
        return condition.path("status").asText().equals("False");
    }

    /** The reason of something and its message, as far as there are such. */
    private static String text(JsonNode state) {
        String reason = state.path("reason").asText();
        String message = state.path("message").asText().replace('\n', ' ').strip();
        return message.isEmpty() ? reason : reason.isEmpty() ? message : reason + ": " + message;
    }
}
