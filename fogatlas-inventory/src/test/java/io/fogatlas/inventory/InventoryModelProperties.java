package io.fogatlas.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.inventory.SequentialModel.Answer;
import io.fogatlas.inventory.SequentialModel.Need;
import io.fogatlas.inventory.testkit.SettableClock;
import io.fogatlas.inventory.testkit.Site;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.occupancy.Snapshot;
import io.fogatlas.model.placement.Placement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Does random things with an inventory and with {@link SequentialModel}, one after another, and compares all answers. */
final class InventoryModelProperties {
    /** What is done. */
    private enum Verb {
        RESERVE,
        REPLACE,
        CONFIRM,
        RELEASE,
        PASS,
        MEASURE
    }

    /** One thing that is done; what each number means depends on the verb. */
    private record Step(Verb verb, String application, int request, int old, boolean across, int amount, int seconds) {}

    @Property
    void answersAsThePlainModelDoes(@ForAll("steps") List<Step> steps) {
        SettableClock clock = new SettableClock();
        SequentialModel model = new SequentialModel();
        try (Inventory inventory = Inventory.inMemory(Site.INFRASTRUCTURE, Occupancy.NONE, clock)) {
            for (Step step : steps) {
                Answer expected = ask(model, step);
                Snapshot before = inventory.snapshot();
                Answer actual = ask(inventory, clock, step);

                assertThat(actual).as("%s", step).isEqualTo(expected);
                if (actual != Answer.DONE) {
                    assertThat(inventory.snapshot()).as("%s", step).isEqualTo(before);
                }
                assertThat(taken(inventory)).as("%s", step).isEqualTo(model.taken());
                assertThat(requests(inventory)).as("%s", step).isEqualTo(model.requests());
            }
        }
    }

    private static Answer ask(SequentialModel model, Step step) {
        String request = "request-" + step.request;
        Need need = Need.of(step.across, step.amount, step.amount / 4);
        switch (step.verb) {
            case RESERVE -> {
                return model.reserve(step.application, request, need, step.across, step.seconds);
            }
            case REPLACE -> {
                return model.replace(step.application, "request-" + step.old, request, need, step.across, step.seconds);
            }
            case CONFIRM -> {
                return model.confirm(step.application, request);
            }
            case RELEASE -> {
                return model.release(step.application, request);
            }
            case PASS -> model.pass(step.seconds);
            case MEASURE -> model.measure(step.amount / 2);
        }
        return Answer.DONE;
    }

    private static Answer ask(Inventory inventory, SettableClock clock, Step step) {
        Application application = Site.application(step.application, step.amount, step.amount / 4);
        Placement placement = step.across ? Site.ACROSS : Site.CLOUD;
        ReservationKey key = new ReservationKey(application.id(), "request-" + step.request);
        Claim claim = new Claim(
                key, application, placement, inventory.snapshot().generation(), Duration.ofSeconds(step.seconds));
        try {
            switch (step.verb) {
                case RESERVE -> inventory.reserve(claim);
                case REPLACE -> inventory.replace(new ReservationKey(application.id(), "request-" + step.old), claim);
                case CONFIRM -> inventory.confirm(key);
                case RELEASE -> inventory.release(key);
                case PASS -> clock.pass(Duration.ofSeconds(step.seconds));
                case MEASURE -> inventory.update(List.of(new Change.Measure(Site.LINK, step.amount / 2, 0)));
            }
            return Answer.DONE;
        } catch (ShortageException refused) {
            return Answer.SHORT;
        } catch (ReservationConflictException refused) {
            return Answer.CONFLICT;
        } catch (NoSuchReservationException refused) {
            return Answer.NOT_THERE;
        }
    }

    private static Need taken(Inventory inventory) {
        Map<String, Long> millis = new TreeMap<>();
        Utilisation utilisation = Utilisation.of(inventory.snapshot());
        utilisation.nodes().stream()
                .filter(usage -> usage.resource().equals("cpu"))
                .forEach(usage -> millis.put(usage.name(), usage.taken()));
        return new Need(
                utilisation.links().get(0).taken(),
                millis.getOrDefault("cloud-1", 0L),
                millis.getOrDefault("edge-1", 0L));
    }

    private static Map<String, String> requests(Inventory inventory) {
        Map<String, String> requests = new TreeMap<>();
        inventory
                .reservations()
                .forEach(each -> requests.put(
                        each.key().application().name(),
                        each.key().request() + (each.isConfirmed() ? " confirmed" : " held")));
        return requests;
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Verb.class),
                        Arbitraries.of("a", "a", "a", "b", "c"),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 400),
                        Arbitraries.integers().between(1, 20))
                .as(Step::new)
                .list()
                .ofMaxSize(60);
    }
}
