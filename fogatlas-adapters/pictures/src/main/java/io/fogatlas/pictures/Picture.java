package io.fogatlas.pictures;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.placement.Decision;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.change.Consequence;
import io.fogatlas.placement.change.Consequences;
import io.fogatlas.placement.change.Running;
import io.fogatlas.placement.reasons.Explanation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A picture of an infrastructure, of what runs on it, and of what follows if parts of it fail.
 *
 * <pre>{@code
 * String page = Picture.of(infrastructure, occupancy)
 *         .with(request, decision, Explanation.NONE)
 *         .html();
 * }</pre>
 *
 * <p>Immutable: each {@code with} gives a new picture. The same values give the same picture, byte for byte, on every machine; but for a
 * PNG, which depends on the fonts that are installed. Names are shown as text, whatever they contain. Applications must be about what
 * exists in the infrastructure.
 */
public final class Picture {
    private static final int MOST_PIXELS = 16_384;

    private final String title;
    private final Infrastructure infrastructure;
    private final Occupancy occupancy;
    private final List<Subject> subjects;
    private final List<Consequences> consequences;

    private Picture(
            String title,
            Infrastructure infrastructure,
            Occupancy occupancy,
            List<Subject> subjects,
            List<Consequences> consequences) {
        this.title = Objects.requireNonNull(title, "title");
        this.infrastructure = Objects.requireNonNull(infrastructure, "infrastructure");
        this.occupancy = Objects.requireNonNull(occupancy, "occupancy");
        this.subjects = subjects;
        this.consequences = consequences;
    }

    /**
     * Starts a picture of what exists.
     *
     * @param infrastructure what exists
     * @param occupancy what is taken of it, once all decisions of the picture are carried out
     * @return a picture
     */
    public static Picture of(Infrastructure infrastructure, Occupancy occupancy) {
        return new Picture("", infrastructure, occupancy, List.of(), List.of());
    }

    /**
     * Gives the picture a title; without, it is named after its applications.
     *
     * @param text the title
     * @return the new picture
     */
    public Picture titled(String text) {
        return new Picture(text, infrastructure, occupancy, subjects, consequences);
    }

    /**
     * Adds an application that is not placed, and about which nothing is decided.
     *
     * @param application the application
     * @return the new picture
     */
    public Picture with(Application application) {
        return with(new Subject(application, Optional.empty(), Optional.empty(), Explanation.NONE, Optional.empty()));
    }

    /**
     * Adds an application that runs.
     *
     * @param running the application, and where it runs
     * @return the new picture
     */
    public Picture with(Running running) {
        return with(new Subject(
                running.application(),
                Optional.empty(),
                Optional.empty(),
                Explanation.NONE,
                Optional.of(running.placement())));
    }

    /**
     * Adds an application about which something was decided: where it is placed, or why it is not, and the plan to get there.
     *
     * @param request what was asked for
     * @param decision what was decided
     * @param explanation why; {@link Explanation#NONE} if that is not known
     * @return the new picture
     * @throws IllegalArgumentException if the decision is about another application
     */
    public Picture with(PlacementRequest request, Decision decision, Explanation explanation) {
        Objects.requireNonNull(explanation, "explanation");
        if (!request.application().id().equals(decision.application())) {
            throw new IllegalArgumentException("The decision about '%s' does not answer the request about '%s'."
                    .formatted(decision.application(), request.application().id()));
        }
        return with(new Subject(
                request.application(),
                Optional.of(request.objective()),
                Optional.of(decision),
                explanation,
                decision.placement()));
    }

    /**
     * Adds what follows if something fails. With one such scenario the picture shows the world after it, with several as it is, and each of
     * them in {@link #html()} on request.
     *
     * @param after what follows, for the applications of the picture
     * @return the new picture
     */
    public Picture with(Consequences after) {
        List<Consequences> more = new ArrayList<>(consequences);
        more.add(Objects.requireNonNull(after, "after"));
        return new Picture(title, infrastructure, occupancy, subjects, List.copyOf(more));
    }

    private Picture with(Subject subject) {
        List<Subject> more = new ArrayList<>(subjects);
        more.add(subject);
        return new Picture(title, infrastructure, occupancy, List.copyOf(more), consequences);
    }

    /**
     * Draws the map, the graphs of the applications and a legend.
     *
     * @return SVG 1.1 without scripts; in the dark mode of a viewer it is dark
     */
    public String svg() {
        return new Poster(scene()).svg(true);
    }

    /**
     * Draws the same as {@link #svg()} in pixels, light.
     *
     * @param width how wide, in pixels, from 16 to 16,384; the height follows
     * @return a PNG
     * @throws IllegalArgumentException if the width is out of range
     */
    public byte[] png(int width) {
        if (width < 16 || width > MOST_PIXELS) {
            throw new IllegalArgumentException(
                    "The width must be from 16 to " + MOST_PIXELS + " pixels, but is " + width + ".");
        }
        return Raster.png(new Poster(scene()).svg(false), width);
    }

    /**
     * Writes a page for a browser, with the same drawing and everything else that is known. It needs nothing but itself: no network, no
     * other file.
     *
     * @return HTML
     */
    public String html() {
        return new Page(scene()).html();
    }

    private Scene scene() {
        List<View> views = new ArrayList<>();
        List<Optional<Placement>> now =
                subjects.stream().map(Subject::placement).toList();
        views.add(View.of("as it is", infrastructure, Set.of(), occupancy, now));
        for (Consequences each : consequences) {
            List<Optional<Placement>> then = new ArrayList<>(now);
            for (Consequence broken : each.broken()) {
                int subject = subject(broken.application());
                if (subject >= 0) {
                    then.set(subject, broken.decision().placement());
                }
            }
            views.add(View.of(
                    each.scenario().text(),
                    each.scenario().applyTo(infrastructure),
                    each.scenario().regionsDown(),
                    each.after(),
                    then));
        }
        return new Scene(name(), infrastructure, subjects, consequences, views);
    }

    private int subject(ApplicationId id) {
        for (int i = 0; i < subjects.size(); i++) {
            if (subjects.get(i).application().id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    private String name() {
        if (!title.isEmpty()) {
            return title;
        }
        String applications =
                switch (subjects.size()) {
                    case 0 -> "";
                    case 1 -> subjects.get(0).name() + " on ";
                    default -> subjects.size() + " applications on ";
                };
        return applications + infrastructure.regions().size() + " regions"
                + (consequences.size() == 1
                        ? ": " + consequences.get(0).scenario().text()
                        : "");
    }
}
