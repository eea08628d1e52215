package io.fogatlas.inventory;

import io.fogatlas.inventory.Change.Kind;
import io.fogatlas.model.Problems;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import java.util.Optional;

/** Works out what exists after a change. */
final class InfrastructureChange {
    private InfrastructureChange() {}

    static Infrastructure of(Infrastructure before, Change change) {
        if (change instanceof Change.PutRegion put) {
            return before.with(put.region());
        } else if (change instanceof Change.PutNode put) {
            return before.with(put.node());
        } else if (change instanceof Change.PutLink put) {
            return before.with(put.link());
        } else if (change instanceof Change.PutEndpoint put) {
            return before.with(put.endpoint());
        } else if (change instanceof Change.Remove remove) {
            return removed(before, remove);
        } else if (change instanceof Change.Mark mark) {
            return marked(before, mark);
        } else if (change instanceof Change.Measure measure) {
            Link link = there(before.link(measure.link()), "Link", measure.link());
            return before.with(new Link(
                    link.id(),
                    link.regionA(),
                    link.regionB(),
                    measure.bandwidthBps(),
                    measure.latencyMicros(),
                    link.up(),
                    link.directed()));
        }
        return before;
    }

    private static Infrastructure removed(Infrastructure before, Change.Remove remove) {
        return switch (remove.kind()) {
            case REGION -> before.withoutRegion(remove.id());
            case NODE -> {
                Infrastructure after = before.withoutNode(remove.id());
                Problems problems = new Problems();
                problems.require(
                        after.hasNodes(),
                        "Node",
                        remove.id(),
                        () ->
                                "is the last one of all and cannot be removed, since compute counts as unlimited where there is"
                                        + " no node; mark it down instead");
                problems.throwIfAny();
                yield after;
            }
            case LINK -> before.withoutLink(remove.id());
            case ENDPOINT -> before.withoutEndpoint(remove.id());
        };
    }

    private static Infrastructure marked(Infrastructure before, Change.Mark mark) {
        String id = mark.id();
        if (mark.kind() == Kind.NODE) {
            return before.with(ready(there(before.node(id), "Node", id), mark.up()));
        }
        if (mark.kind() == Kind.LINK) {
            return before.with(up(there(before.link(id), "Link", id), mark.up()));
        }
        there(before.region(id), "Region", id);
        Infrastructure after = before;
        for (ComputeNode node : before.nodesIn(id)) {
            after = after.with(ready(node, mark.up()));
        }
        for (Link link : before.links()) {
            if (link.regionA().equals(id) || link.regionB().equals(id)) {
                after = after.with(up(link, mark.up()));
            }
        }
        return after;
    }

    private static <T> T there(Optional<T> found, String kind, String id) {
        Problems problems = new Problems();
        problems.require(found.isPresent(), kind, id, () -> "is not there");
        problems.throwIfAny();
        return found.orElseThrow();
    }

    private static ComputeNode ready(ComputeNode node, boolean ready) {
        return new ComputeNode(node.name(), node.regionId(), node.allocatable(), node.labels(), node.taints(), ready);
    }

    private static Link up(Link link, boolean up) {
        return new Link(
                link.id(),
                link.regionA(),
                link.regionB(),
                link.bandwidthBps(),
                link.latencyMicros(),
                up,
                link.directed());
    }
}
