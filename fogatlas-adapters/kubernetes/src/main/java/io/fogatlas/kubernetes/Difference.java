package io.fogatlas.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Says in a few words what is different between two states of an object, as far as users write it. */
final class Difference {
    private static final String BY_CONTROLLER = "deployment.kubernetes.io/";
    private static final int MOST_NAMED = 3;
    private static final int LONGEST_VALUE = 60;

    private final List<String> found = new ArrayList<>();

    private Difference() {}

    /**
     * Compares two states of an object.
     *
     * @return what is different, such as {@code replicas 1 → 3}; empty if nothing is
     */
    static String between(ObjectNode before, ObjectNode after) {
        Difference difference = new Difference();
        for (String part : List.of("labels", "annotations", "finalizers", "ownerReferences")) {
            difference.compare(part, written(before, part), written(after, part));
        }
        difference.compare("", before.path("spec"), after.path("spec"));
        int more = difference.found.size() - MOST_NAMED;
        List<String> named = difference.found.subList(0, Math.min(MOST_NAMED, difference.found.size()));
        return String.join(", ", named) + (more > 0 ? " and " + more + " more" : "");
    }

    /** A part of the metadata, without what the controller of Deployments adds at any moment. */
    private static JsonNode written(ObjectNode object, String part) {
        JsonNode all = object.path("metadata").path(part);
        if (!all.isObject()) {
            return all;
        }
        ObjectNode byUsers = all.deepCopy();
        List<String> names = new ArrayList<>();
        byUsers.fieldNames().forEachRemaining(names::add);
        names.stream().filter(name -> name.startsWith(BY_CONTROLLER)).forEach(byUsers::remove);
        return byUsers;
    }

    private void compare(String path, JsonNode before, JsonNode after) {
        if (before.equals(after) || (isNothing(before) && isNothing(after))) {
            return;
        }
        if (before.isObject() && after.isObject()) {
            Set<String> keys = new LinkedHashSet<>();
            before.fieldNames().forEachRemaining(keys::add);
            after.fieldNames().forEachRemaining(keys::add);
            keys.forEach(key -> compare(path.isEmpty() ? key : path + "." + key, before.path(key), after.path(key)));
        } else if (before.isArray() && after.isArray() && before.size() == after.size()) {
            Iterator<JsonNode> others = after.iterator();
            int index = 0;
            for (JsonNode item : before) {
                compare(path + "[" + index++ + "]", item, others.next());
            }
        } else {
            found.add(shortened(path) + " " + shown(before) + " → " + shown(after));
        }
    }

    private static boolean isNothing(JsonNode node) {
        return node.isMissingNode() || node.isNull() || (node.isContainerNode() && node.isEmpty());
    }

    /** Everything of a Deployment that matters is in its Pod template, so its path goes without saying. */
    private static String shortened(String path) {
        return path.replace("template.spec.", "").replace("containers[0].", "");
    }

    private static String shown(JsonNode value) {
        if (isNothing(value)) {
            return "nothing";
        }
        String text = value.isValueNode() ? value.asText() : value.toString();
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
    }
}
