package io.fogatlas.inventory.testkit;

import io.fogatlas.inventory.Claim;
import io.fogatlas.inventory.Inventory;
import io.fogatlas.inventory.Reservation;
import io.fogatlas.inventory.ReservationKey;
import io.fogatlas.inventory.ShortageException;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.placement.Placement;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;

/**
 * What a process that may be killed does to an inventory: reserves, confirms, replaces and releases at random, for ever, and says of each step
 * first what is to come of it, and then what came of it. {@link Testimony} compares that with what is there afterwards.
 *
 * <p>Each thread has applications of its own, so that at most one step of each thread is under way at any time.
 */
public final class Work implements Runnable {
    private static final int APPLICATIONS = 6;

    private final Inventory inventory;
    private final PrintStream out;
    private final String name;
    private final Random random;
    private int requests;

    /**
     * Prepares work.
     *
     * @param inventory the inventory of {@link Site}
     * @param out where it says what it does
     * @param name what its applications' names begin with
     * @param seed where its choices start from
     */
    public Work(Inventory inventory, PrintStream out, String name, long seed) {
        this.inventory = inventory;
        this.out = out;
        this.name = name;
        this.random = new Random(seed);
    }

    /**
     * Says what an application holds, in a word.
     *
     * @param reservation its reservation, if it has one
     * @return such as {@code request-7/confirmed/-}
     */
    public static String describe(Optional<Reservation> reservation) {
        return reservation
                .map(held -> held.key().request()
                        + (held.isConfirmed() ? "/confirmed/" : "/held/")
                        + held.replaces().map(old -> old.key().request()).orElse("-"))
                .orElse("nothing");
    }

    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            step(Site.application(name + "-" + random.nextInt(APPLICATIONS), random.nextInt(40), random.nextInt(4)));
        }
    }

    private void step(Application application) {
        Optional<Reservation> held = inventory.reservation(application.id());
        String fresh = "request-" + requests++ + "-" + name;
        Placement placement = random.nextBoolean() ? Site.ACROSS : Site.CLOUD;
        if (held.isEmpty()) {
            attempt(application.id(), fresh + "/held/-", () -> inventory.reserve(claim(application, placement, fresh)));
            return;
        }
        ReservationKey key = held.get().key();
        Optional<String> replaces = held.get().replaces().map(old -> old.key().request());
        switch (random.nextInt(3)) {
            case 0 -> attempt(application.id(), key.request() + "/confirmed/-", () -> inventory.confirm(key));
            case 1 ->
                attempt(
                        application.id(),
                        replaces.map(old -> old + "/confirmed/-").orElse("nothing"),
                        () -> inventory.release(key));
            default -> {
                String stays = held.get().isConfirmed() ? key.request() : replaces.orElse("-");
                attempt(
                        application.id(),
                        fresh + "/held/" + stays,
                        () -> inventory.replace(key, claim(application, placement, fresh)));
            }
        }
    }

    private Claim claim(Application application, Placement placement, String request) {
        return Claim.of(inventory.snapshot(), application, placement)
                .request(request)
                .timeToLive(Duration.ofDays(1));
    }

    private void attempt(ApplicationId application, String outcome, Runnable step) {
        say("try " + application.name() + " " + outcome);
        try {
            step.run();
            say("is " + application.name() + " " + outcome);
        } catch (ShortageException full) {
            say("is " + application.name() + " " + describe(inventory.reservation(application)));
        }
    }

    private void say(String line) {
        synchronized (out) {
            out.println(line);
            out.flush();
        }
    }
}
