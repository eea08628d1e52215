package io.fogatlas.manifests;

import io.fogatlas.manifests.tree.JsonText;
import io.fogatlas.manifests.tree.ListValue;
import io.fogatlas.manifests.tree.ObjectTree;
import io.fogatlas.manifests.tree.ObjectValue;
import io.fogatlas.manifests.tree.Value;
import io.fogatlas.manifests.tree.YamlText;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.placement.Placement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes FADepls back with the status that FogAtlas's controller would give them, and everything else as it was: unknown fields, the order
 * of keys, numbers and Quantities as they were written. Comments and the layout of the text are lost.
 *
 * <p>A decision with a placement makes the status {@code Synced} (1): {@code placements} names every region with its replicas;
 * {@code linksoccupancy} names every link in use with {@code ischanged: true}, so that the controller books the difference to
 * {@code prevbwallocated}, and every link that was booked and is not used any more with {@code ischanged: false}, so that it releases it.
 * A decision without one makes the status {@code Failed} (2) and leaves the rest of it alone, since what runs goes on running.
 *
 * <p>Stateless and thread-safe.
 */
public final class FadeplWriter {
    private FadeplWriter() {}

    /**
     * Writes FADepls with {@code status.placements}, {@code status.linksoccupancy} and {@code status.currentstatus}.
     *
     * @param manifests the FADepls as they were read, in the order to write them
     * @param decided what was decided about them; one without a decision is written as it was read
     * @param format how to write
     * @return the objects, ending with a line feed
     * @throws ManifestException if a generation A object, whose numbers are int32, cannot hold what was decided
     */
    public static String write(List<ApplicationManifest> manifests, List<Decided> decided, Format format) {
        Map<ApplicationId, Decided> byId = new HashMap<>();
        decided.forEach(one -> byId.put(one.decision().application(), one));
        Notes notes = new Notes();
        List<Value> written = new ArrayList<>();
        for (ApplicationManifest manifest : manifests) {
            Decided one = byId.get(manifest.application().id());
            written.add(
                    one == null
                            ? manifest.tree()
                            : new StatusWriter(manifest, one.request().infrastructure(), notes)
                                    .written(one.decision().placement()));
        }
        notes.throwIfAny();
        if (format == Format.YAML) {
            return written.stream().map(YamlText::of).collect(Collectors.joining("---\n"));
        }
        return JsonText.of(
                written.size() == 1
                        ? written.get(0)
                        : ObjectTree.of(ManifestObject.CORE, "List")
                                .put("items", new ListValue(written, 0))
                                .value());
    }

    /**
     * Says what the status of an FADepl is once a placement is carried out.
     *
     * @param manifest the FADepl as it was read
     * @param infrastructure the regions it is placed in
     * @param placement where its parts are
     * @return the status, with the fields it had that are not about the placement
     * @throws ManifestException if a generation A object, whose numbers are int32, cannot hold what was decided
     */
    public static ObjectValue status(ApplicationManifest manifest, Infrastructure infrastructure, Placement placement) {
        Notes notes = new Notes();
        ObjectValue status = new StatusWriter(manifest, infrastructure, notes).status(Optional.of(placement));
        notes.throwIfAny();
        return status;
    }
}
