package io.fogatlas.manifests;

import io.fogatlas.manifests.tree.ListValue;
import io.fogatlas.manifests.tree.ObjectValue;
import io.fogatlas.manifests.tree.ScalarType;
import io.fogatlas.manifests.tree.ScalarValue;
import io.fogatlas.manifests.tree.TreeException;
import io.fogatlas.manifests.tree.TreeHandler;
import io.fogatlas.manifests.tree.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes the documents of one file apart into objects. */
final class Intake implements TreeHandler {
    private static final String LIST = "List";

    private final String file;
    private final Drafts drafts;
    private final Notes notes;
    private final List<Pending> pending = new ArrayList<>();

    Intake(String file, Drafts drafts, Notes notes) {
        this.file = file;
        this.drafts = drafts;
        this.notes = notes;
    }

    /** What the text of an object has wrong, until it is known which object it is. */
    private record Pending(int line, String text) {}

    @Override
    public void problem(int line, String text) {
        pending.add(new Pending(line, text));
    }

    @Override
    public void item(ObjectValue object) throws TreeException {
        top(object, 0);
    }

    @Override
    public void document(Value document, int items) throws TreeException {
        if (document instanceof ListValue list) {
            for (Value item : list.items()) {
                addItem(item, "", "");
            }
        } else if (document instanceof ObjectValue object) {
            top(object, items);
        } else if (!(document instanceof ScalarValue scalar && scalar.type() == ScalarType.NULL)) {
            notes.problem(
                    new Origin(file, document.line(), "", ""),
                    "is no object of Kubernetes or FogAtlas, but " + document.description());
        }
        tell(new Origin(file, document.line(), "", ""));
    }

    private void top(ObjectValue object, int items) throws TreeException {
        String kind = object.text("kind").orElse("");
        Optional<Value> listed = object.get("items").filter(ListValue.class::isInstance);
        if (listed.isPresent() && kind.endsWith(LIST)) {
            tell(new Origin(file, object.line(), kind, ""));
            String itemKind = kind.substring(0, kind.length() - LIST.length());
            for (Value item : ((ListValue) listed.get()).items()) {
                addItem(item, object.text("apiVersion").orElse(""), itemKind);
            }
        } else if (items > 0) {
            notes.problem(
                    new Origin(file, object.line(), kind, ""),
                    "has objects as items, so its kind must be List, but is '" + ScalarValue.shown(kind) + "'");
        } else {
            add(object);
        }
    }

    /** The items of typed lists, such as a RegionList, may leave out what the list says. */
    private void addItem(Value item, String apiVersion, String kind) throws TreeException {
        if (!(item instanceof ObjectValue object)) {
            notes.problem(
                    new Origin(file, item.line(), "", ""),
                    "is no object of Kubernetes or FogAtlas, but " + item.description());
            return;
        }
        ObjectValue typed = object;
        if (object.get("kind").isEmpty() && !kind.isEmpty()) {
            typed = typed.with("kind", ScalarValue.text(kind));
        }
        if (object.get("apiVersion").isEmpty() && !apiVersion.isEmpty()) {
            typed = typed.with("apiVersion", ScalarValue.text(apiVersion));
        }
        top(typed, 0);
    }

    private void add(ObjectValue tree) throws TreeException {
        ManifestObject object = ManifestObject.of(file, tree, notes);
        tell(object.fields().origin());
        if (object.kind().isEmpty()) {
            notes.problem(object.fields().origin(), "has no kind; every object needs an apiVersion and a kind");
        } else {
            drafts.add(object);
        }
    }

    private void tell(Origin origin) {
        pending.forEach(problem -> notes.problem(origin.at(problem.line()), problem.text()));
        pending.clear();
    }
}
