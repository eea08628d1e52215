package io.fogatlas.manifests.networks;

import io.fogatlas.manifests.tree.ObjectValue;
import io.fogatlas.manifests.tree.TreeException;
import io.fogatlas.manifests.tree.TreeHandler;
import io.fogatlas.manifests.tree.TreeReader;
import io.fogatlas.manifests.tree.Value;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The objects of files that matter to network-aware scheduling, in the order they were read; the others by number. */
final class DiktyoObjects {
    private final List<Part> topologies = new ArrayList<>();
    private final List<Part> appGroups = new ArrayList<>();
    private final List<Part> deployments = new ArrayList<>();
    private final List<Part> nodes = new ArrayList<>();
    private final Map<String, Integer> others = new TreeMap<>();

    private DiktyoObjects() {}

    static DiktyoObjects read(List<NetworkFile> files, FileProblems problems) {
        DiktyoObjects objects = new DiktyoObjects();
        for (NetworkFile file : files) {
            objects.read(file, problems.of(file.name()));
        }
        return objects;
    }

    private void read(NetworkFile file, FileProblems problems) {
        TreeHandler handler = new TreeHandler() {
            @Override
            public void item(ObjectValue object) {
                sort(Part.of(object, problems));
            }

            @Override
            public void document(Value document, int items) {
                boolean isList = document instanceof ObjectValue object
                        && object.text("kind").orElse("").endsWith("List");
                if (document instanceof ObjectValue object && !isList) {
                    sort(Part.of(object, problems));
                } else if (items == 0 && !isList) {
                    problems.add(
                            document.line(),
                            "",
                            "",
                            "must hold Kubernetes objects, but holds " + document.description());
                }
            }

            @Override
            public void problem(int line, String text) {
                problems.add(line, "", "", text);
            }
        };
        try {
            TreeReader.read(new ByteArrayInputStream(file.content()), true, handler);
        } catch (TreeException e) {
            problems.add(e.line(), "", "", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            problems.add(0, "", "", "cannot be read: " + e.getMessage());
        }
    }

    private void sort(Part object) {
        String version = object.tree().text("apiVersion").orElse("");
        switch (version.replaceAll("/.*", "/") + object.kind()) {
            case "networktopology.diktyo.x-k8s.io/NetworkTopology" -> topologies.add(object);
            case "appgroup.diktyo.x-k8s.io/AppGroup" -> appGroups.add(object);
            case "v1Node" -> nodes.add(object);
            case "apps/Deployment" -> deployments.add(object);
            default -> others.merge(object.kind().isEmpty() ? "without kind" : object.kind(), 1, Integer::sum);
        }
    }

    List<Part> topologies() {
        return topologies;
    }

    List<Part> appGroups() {
        return appGroups;
    }

    List<Part> deployments() {
        return deployments;
    }

    List<Part> nodes() {
        return nodes;
    }

    /** Counts the objects of other kinds, by kind. */
    Map<String, Integer> others() {
        return others;
    }
}
