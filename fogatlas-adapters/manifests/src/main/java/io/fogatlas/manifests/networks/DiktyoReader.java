package io.fogatlas.manifests.networks;

import io.fogatlas.manifests.ApplicationManifest;
import io.fogatlas.manifests.ManifestReader;
import io.fogatlas.manifests.Source;
import io.fogatlas.manifests.tree.ObjectTree;
import io.fogatlas.manifests.tree.ObjectValue;
import io.fogatlas.manifests.tree.YamlText;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads the objects of Kubernetes' network-aware scheduling (J. Santos et al.: "Diktyo: Network-Aware Scheduling in Container-Based
 * Clouds", IEEE TNSM 20, 2023; KEP 260 of scheduler-plugins) from files that belong together: NetworkTopologies, AppGroups, and the
 * Deployments these name.
 */
final class DiktyoReader {
    /** Lets a FADepl be read where no region is known. */
    private static final ObjectValue ANYWHERE = ObjectTree.of("fogatlas.fbk.eu/v1alpha1", "Region")
            .put("metadata", new ObjectTree().put("name", "anywhere"))
            .put("spec", new ObjectTree().put("id", "anywhere").put("cpu2mips", 1000))
            .value();

    private DiktyoReader() {}

    static ImportedNetwork read(List<NetworkFile> files, ImportOptions options, FileProblems problems, String name) {
        DiktyoObjects objects = DiktyoObjects.read(files, problems);
        problems.throwIfAny();
        if (objects.topologies().isEmpty() && objects.appGroups().isEmpty()) {
            throw problems.fatal(0, "has neither an AppGroup nor a NetworkTopology");
        }
        Notes notes = new Notes();
        List<ObjectValue> fadepls = AppGroupReader.read(objects, options, notes);
        Optional<NetworkDraft> draft = objects.topologies().isEmpty()
                ? Optional.empty()
                : Optional.of(TopologyReader.read(objects.topologies(), objects.nodes(), options));
        problems.throwIfAny();
        Optional<ImportedNetwork> network = draft.map(one -> new NetworkAssembly(one, options).assemble(problems));
        String others = objects.others().entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            notes.add("objects of other kinds left out: " + others);
        }
        List<String> all = new ArrayList<>(network.map(ImportedNetwork::notes).orElse(List.of()));
        all.addAll(notes.texts());
        return new ImportedNetwork(
                NetworkFormat.DIKTYO,
                network.map(ImportedNetwork::name).orElse(name),
                network.flatMap(ImportedNetwork::infrastructure),
                applications(fadepls, problems.file()),
                List.of(),
                all);
    }

    /** Reads the FADepls as if they had been in a file, so that they mean what they will mean there. */
    private static List<ApplicationManifest> applications(List<ObjectValue> fadepls, String file) {
        if (fadepls.isEmpty()) {
            return List.of();
        }
        List<ObjectValue> objects = new ArrayList<>(fadepls);
        objects.add(ANYWHERE);
        String text = objects.stream().map(YamlText::of).collect(Collectors.joining("---\n"));
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new ManifestReader()
                .read(List.of(Source.of(file + " as FADepl", new ByteArrayInputStream(bytes))))
                .applications();
    }
}
