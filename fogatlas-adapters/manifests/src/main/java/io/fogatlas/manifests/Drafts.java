package io.fogatlas.manifests;

import io.fogatlas.manifests.tree.TreeException;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Region;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was read so far, kind by kind, before it is joined. */
final class Drafts {
    /** How many values all FADepls together may hold: they are kept as a whole, to be written back. */
    private static final long MAX_KEPT = 3_000_000;

    /** How many kinds that are not read are told apart. */
    private static final int MAX_SKIPPED_KINDS = 100;

    private final NodeReader nodeReader;
    private final PodReader podReader;
    private final Notes notes;
    private final Map<String, Origin> origins = new HashMap<>();
    private final Map<String, Region> regions = new LinkedHashMap<>();
    private final List<ComputeNode> nodes = new ArrayList<>();
    private final List<LinkReader.Draft> links = new ArrayList<>();
    private final List<ExternalEndpoint> endpoints = new ArrayList<>();
    private final List<PodReader.Draft> pods = new ArrayList<>();
    private final List<ManifestObject> fadepls = new ArrayList<>();
    private final Set<String> skippedKinds = new HashSet<>();
    private final Set<String> nodeNames = new HashSet<>();
    private final Set<String> refusedEndpoints = new HashSet<>();
    private boolean podsGiven;
    private long kept;

    Drafts(String regionLabel, Notes notes) {
        this.nodeReader = new NodeReader(regionLabel);
        this.podReader = new PodReader(regionLabel);
        this.notes = notes;
    }

    /** Reads one object and keeps what it says. */
    void add(ManifestObject object) throws TreeException {
        if (object.group().equals("fogatlas.fbk.eu") && Kinds.FOGATLAS.contains(object.kind())) {
            if (isOf(object, ManifestObject.FOGATLAS)) {
                addFogAtlas(object);
            }
        } else if (object.group().isEmpty() && Kinds.CORE.contains(object.kind())) {
            if (isOf(object, ManifestObject.CORE)) {
                addCore(object);
            }
        } else if (object.apiVersion().isEmpty()) {
            notes.problem(object.fields().origin(), "has no apiVersion; give e.g. " + ManifestObject.FOGATLAS);
        } else {
            skip(object);
        }
    }

    private boolean isOf(ManifestObject object, String apiVersion) {
        boolean is = object.apiVersion().equals(apiVersion);
        if (!is) {
            String text = object.apiVersion().isEmpty() ? "is missing" : "is '" + object.apiVersion() + "'";
            object.fields().problem("apiVersion", text + ", but only " + apiVersion + " can be read");
        }
        return is;
    }

    private void skip(ManifestObject object) {
        String kind = object.kind() + " (" + object.apiVersion() + ")";
        boolean told =
                skippedKinds.contains(kind) || (skippedKinds.size() < MAX_SKIPPED_KINDS && skippedKinds.add(kind));
        notes.count(
                "skipped " + (told ? kind : "others"),
                object.fields().origin(),
                count -> "is skipped: objects of the kind " + kind + " are not read" + Counts.more(count, "object"));
    }

    private void addFogAtlas(ManifestObject object) throws TreeException {
        switch (object.kind()) {
            case "Region" ->
                RegionReader.read(object)
                        .filter(region -> isNew(object))
                        .ifPresent(region -> regions.put(region.id(), region));
            case "Link" -> LinkReader.read(object).filter(link -> isNew(object)).ifPresent(links::add);
            case "ExternalEndpoint" -> {
                Optional<ExternalEndpoint> endpoint = EndpointReader.read(object);
                if (endpoint.isEmpty()) {
                    refusedEndpoints.add(object.fields().origin().name());
                } else if (isNew(object)) {
                    endpoints.add(endpoint.get());
                }
            }
            default -> {
                kept += object.fields().object().size();
                if (kept > MAX_KEPT) {
                    throw new TreeException(
                            object.fields().object().line(),
                            "all FADepls together hold more than " + MAX_KEPT + " values; read them in several goes");
                }
                if (isNew(object)) {
                    fadepls.add(object);
                }
            }
        }
    }

    private void addCore(ManifestObject object) {
        if (object.kind().equals("Pod")) {
            podsGiven = true;
            podReader.read(object).filter(pod -> isNew(object)).ifPresent(pods::add);
        } else {
            nodeNames.add(object.fields().origin().name());
            nodeReader.read(object).filter(node -> isNew(object)).ifPresent(nodes::add);
        }
    }

    /** Whether no object of the same kind and name was read before; if one was, that is noted. */
    private boolean isNew(ManifestObject object) {
        Origin origin = object.fields().origin();
        Origin before = origins.putIfAbsent(origin.kind() + " " + origin.name(), origin);
        if (before != null) {
            notes.problem(
                    origin,
                    "is there more than once, first in " + before + "; give each " + origin.kind()
                            + " an id of its own");
        }
        return before == null;
    }

    /** Where an object was read. */
    Optional<Origin> origin(String kind, String name) {
        return Optional.ofNullable(origins.get(kind + " " + name));
    }

    /** Whether no object of a kind that is read was there. */
    boolean isEmpty() {
        return regions.isEmpty() && nodeNames.isEmpty() && links.isEmpty() && endpoints.isEmpty() && fadepls.isEmpty();
    }

    List<Region> regions() {
        return List.copyOf(regions.values());
    }

    List<ComputeNode> nodes() {
        return nodes;
    }

    /** The names of all Nodes, also of those that say no region. */
    Set<String> nodeNames() {
        return nodeNames;
    }

    List<LinkReader.Draft> links() {
        return links;
    }

    List<ExternalEndpoint> endpoints() {
        return endpoints;
    }

    /** The ids of endpoints that were there, but wrong. */
    Set<String> refusedEndpoints() {
        return refusedEndpoints;
    }

    List<PodReader.Draft> pods() {
        return pods;
    }

    /** Whether any Pod was read, be it one that takes nothing. */
    boolean podsGiven() {
        return podsGiven;
    }

    List<ManifestObject> fadepls() {
        return fadepls;
    }
}
