package io.fogatlas.inventory.jdbc;

import io.fogatlas.inventory.Change;
import io.fogatlas.inventory.Change.Kind;
import io.fogatlas.inventory.InventoryEvent;
import io.fogatlas.inventory.json.JsonForm;
import io.fogatlas.model.infrastructure.Infrastructure;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The table of what exists. */
final class ElementTable {
    private final Handle handle;
    private final String place;

    ElementTable(Handle handle, String place) {
        this.handle = handle;
        this.place = place;
    }

    /**
     * Names one thing that exists.
     *
     * @param kind what it is
     * @param id its id or name
     */
    private record Element(Kind kind, String id) {}

    /** What exists, in the order in which it was added. */
    Infrastructure read() {
        Infrastructure.Builder infrastructure = Infrastructure.builder();
        handle.createQuery("select kind, id, document from element order by ordinal")
                .map((row, context) -> new Row(row.getString("kind"), row.getString("id"), row.getString("document")))
                .forEach(row -> add(infrastructure, row));
        return infrastructure.build();
    }

    private record Row(String kind, String id, String document) {}

    private void add(Infrastructure.Builder infrastructure, Row row) {
        String where = row.kind() + " " + row.id() + " of " + place;
        switch (Kind.valueOf(row.kind().toUpperCase(Locale.ROOT))) {
            case REGION -> infrastructure.add(JsonForm.REGION.read(row.document(), where));
            case NODE -> infrastructure.add(JsonForm.NODE.read(row.document(), where));
            case LINK -> infrastructure.add(JsonForm.LINK.read(row.document(), where));
            case ENDPOINT -> infrastructure.add(JsonForm.ENDPOINT.read(row.document(), where));
        }
    }

    void fill(Infrastructure infrastructure) {
        List<Element> all = new ArrayList<>();
        infrastructure.regions().forEach(region -> all.add(new Element(Kind.REGION, region.id())));
        infrastructure.nodes().forEach(node -> all.add(new Element(Kind.NODE, node.name())));
        infrastructure.links().forEach(link -> all.add(new Element(Kind.LINK, link.id())));
        infrastructure.endpoints().forEach(endpoint -> all.add(new Element(Kind.ENDPOINT, endpoint.id())));
        insert(all, infrastructure);
    }

    static Stream<Change> changes(List<InventoryEvent> events) {
        return events.stream()
                .filter(InventoryEvent.Updated.class::isInstance)
                .map(InventoryEvent.Updated.class::cast)
                .flatMap(updated -> updated.changes().stream());
    }

    /** Writes what events have touched as it is after all of them; what was there keeps its place in the order. */
    void change(List<InventoryEvent> events, Infrastructure after) {
        Set<Element> touched = new LinkedHashSet<>();
        Set<Element> removed = new LinkedHashSet<>();
        changes(events).forEach(change -> {
            if (change instanceof Change.Remove remove) {
                Element element = new Element(remove.kind(), remove.id());
                touched.remove(element);
                removed.add(element);
            } else {
                touched(change).ifPresent(touched::add);
            }
        });
        // Last, so that what is new keeps the order in which it was put; all else in these regions was there before.
        changes(events).forEach(change -> touched.addAll(markedWith(change, after)));
        delete(new ArrayList<>(removed));
        List<Element> there = new ArrayList<>(touched);
        int[] updated = update(there, after);
        List<Element> added = new ArrayList<>();
        for (int each = 0; each < there.size(); each++) {
            if (updated[each] == 0) {
                added.add(there.get(each));
            }
        }
        insert(added, after);
    }

    private static Optional<Element> touched(Change change) {
        if (change instanceof Change.PutRegion put) {
            return Optional.of(new Element(Kind.REGION, put.region().id()));
        } else if (change instanceof Change.PutNode put) {
            return Optional.of(new Element(Kind.NODE, put.node().name()));
        } else if (change instanceof Change.PutLink put) {
            return Optional.of(new Element(Kind.LINK, put.link().id()));
        } else if (change instanceof Change.PutEndpoint put) {
            return Optional.of(new Element(Kind.ENDPOINT, put.endpoint().id()));
        } else if (change instanceof Change.Measure measure) {
            return Optional.of(new Element(Kind.LINK, measure.link()));
        } else if (change instanceof Change.Mark mark) {
            return Optional.of(new Element(mark.kind(), mark.id()));
        }
        return Optional.empty();
    }

    /** What is marked together with a region. */
    private static List<Element> markedWith(Change change, Infrastructure after) {
        List<Element> marked = new ArrayList<>();
        if (change instanceof Change.Mark mark && mark.kind() == Kind.REGION) {
            after.nodesIn(mark.id()).forEach(node -> marked.add(new Element(Kind.NODE, node.name())));
            after.links().stream()
                    .filter(link ->
                            link.regionA().equals(mark.id()) || link.regionB().equals(mark.id()))
                    .forEach(link -> marked.add(new Element(Kind.LINK, link.id())));
        }
        return marked;
    }

    private void delete(List<Element> elements) {
        if (elements.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch("delete from element where kind = ? and id = ?")) {
            for (Element element : elements) {
                batch.bind(0, kind(element)).bind(1, KeyText.of(element.id())).add();
            }
            batch.execute();
        }
    }

    private int[] update(List<Element> elements, Infrastructure after) {
        if (elements.isEmpty()) {
            return new int[0];
        }
        try (PreparedBatch batch = handle.prepareBatch("update element set document = ? where kind = ? and id = ?")) {
            for (Element element : elements) {
                batch.bind(0, document(element, after))
                        .bind(1, kind(element))
                        .bind(2, KeyText.of(element.id()))
                        .add();
            }
            return batch.execute();
        }
    }

    private void insert(List<Element> elements, Infrastructure after) {
        if (elements.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch("insert into element (kind, id, document) values (?, ?, ?)")) {
            for (Element element : elements) {
                batch.bind(0, kind(element))
                        .bind(1, KeyText.of(element.id()))
                        .bind(2, document(element, after))
                        .add();
            }
            batch.execute();
        }
    }

    private static String kind(Element element) {
        return element.kind().name().toLowerCase(Locale.ROOT);
    }

    private static String document(Element element, Infrastructure in) {
        String id = element.id();
        Optional<String> document =
                switch (element.kind()) {
                    case REGION -> in.region(id).map(JsonForm.REGION::write);
                    case NODE -> in.node(id).map(JsonForm.NODE::write);
                    case LINK -> in.link(id).map(JsonForm.LINK::write);
                    case ENDPOINT -> in.endpoint(id).map(JsonForm.ENDPOINT::write);
                };
        return document.orElseThrow(
                () -> new IllegalStateException(element + " was put, but is not there; this is a bug."));
    }
}
