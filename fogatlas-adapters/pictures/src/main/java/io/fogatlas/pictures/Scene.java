package io.fogatlas.pictures;

import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.placement.change.Consequences;
import java.util.List;

/**
 * All that a picture shows, with the number by which drawings, tables and data refer to each part: ids of elements are made of these
 * numbers alone, never of names.
 */
final class Scene {
    private final String title;
    private final Infrastructure infrastructure;
    private final List<Subject> subjects;
    private final List<Consequences> consequences;
    private final List<View> views;
    private final int first;
    private final Numbers regions;
    private final Numbers links;
    private final Sites sites;

    Scene(
            String title,
            Infrastructure infrastructure,
            List<Subject> subjects,
            List<Consequences> consequences,
            List<View> views) {
        this.title = title;
        this.infrastructure = infrastructure;
        this.subjects = List.copyOf(subjects);
        this.consequences = List.copyOf(consequences);
        this.views = List.copyOf(views);
        first = consequences.size() == 1 ? 1 : 0;
        regions = new Numbers(infrastructure.regions(), Region::id);
        links = new Numbers(infrastructure.links(), Link::id);
        sites = Sites.of(infrastructure, regions);
    }

    String title() {
        return title;
    }

    Infrastructure infrastructure() {
        return infrastructure;
    }

    List<Subject> subjects() {
        return subjects;
    }

    /** What follows from failures; the view with the number {@code n + 1} shows the {@code n}th. */
    List<Consequences> consequences() {
        return consequences;
    }

    /** The states that can be shown; the one with number 0 is the world as it is. */
    List<View> views() {
        return views;
    }

    /** The number of the view that is shown first: that of the failure, if there is just one. */
    int first() {
        return first;
    }

    View firstView() {
        return views.get(first);
    }

    Sites sites() {
        return sites;
    }

    Numbers regions() {
        return regions;
    }

    int region(String id) {
        return regions.of(id);
    }

    int link(String id) {
        return links.of(id);
    }

    /** The number of an application; negative if it is not in the picture. */
    int subject(ApplicationId id) {
        for (int i = 0; i < subjects.size(); i++) {
            if (subjects.get(i).application().id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    static String regionId(int number) {
        return "r" + number;
    }

    static String linkId(int number) {
        return "l" + number;
    }

    static String vertexId(int application, int number) {
        return "v" + application + "-" + number;
    }

    static String flowId(int application, int number) {
        return "f" + application + "-" + number;
    }
}
