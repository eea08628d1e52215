package io.fogatlas.cli;

import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.placement.change.Event;
import java.util.List;
import java.util.Locale;

/** What fails one after the other in an N-1 report. */
enum FailureKind {
    REGION {
        @Override
        List<Event> all(Infrastructure infrastructure) {
            return infrastructure.regions().stream()
                    .map(region -> (Event) new Event.RegionDown(region.id()))
                    .toList();
        }
    },
    LINK {
        @Override
        List<Event> all(Infrastructure infrastructure) {
            return infrastructure.links().stream()
                    .filter(Link::up)
                    .map(link -> (Event) new Event.LinkDown(link.id()))
                    .toList();
        }
    },
    NODE {
        @Override
        List<Event> all(Infrastructure infrastructure) {
            return infrastructure.nodes().stream()
                    .filter(ComputeNode::ready)
                    .map(node -> (Event) new Event.NodeDown(node.name()))
                    .toList();
        }
    };

    /** Every single failure of this kind that can happen. */
    abstract List<Event> all(Infrastructure infrastructure);

    /** How what fails is called. */
    static String nameOf(Event event) {
        if (event instanceof Event.RegionDown down) {
            return down.region();
        }
        if (event instanceof Event.LinkDown down) {
            return down.link();
        }
        return event instanceof Event.NodeDown down ? down.node() : event.text();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a kind by its name in lower case. */
    static final class Names extends Choice<FailureKind> {
        Names() {
            super("kind of failure", List.of(values()), FailureKind::toString);
        }
    }
}
