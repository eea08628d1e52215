package io.fogatlas.inventory;

import io.fogatlas.model.application.ApplicationId;
import java.util.Optional;
import java.util.function.Function;

/** A change that a thread waits for, whichever thread makes it. Guarded by the turn of the inventory. */
final class Call {
    private final Function<Rules, Optional<InventoryEvent>> rule;
    private final Optional<ApplicationId> application;
    private boolean done;
    private Optional<Reservation> answer = Optional.empty();
    private Optional<RuntimeException> refusal = Optional.empty();

    /**
     * Asks for a change.
     *
     * @param rule says what is to happen
     * @param application whose reservation is the answer
     */
    Call(Function<Rules, Optional<InventoryEvent>> rule, Optional<ApplicationId> application) {
        this.rule = rule;
        this.application = application;
    }

    Optional<InventoryEvent> event(Rules rules) {
        return rule.apply(rules);
    }

    void answer(Ledger ledger) {
        answer = application.flatMap(ledger::reservation);
    }

    void refuse(RuntimeException why) {
        refusal = Optional.of(why);
    }

    void end() {
        done = true;
    }

    boolean isDone() {
        return done;
    }

    Optional<Reservation> outcome() {
        refusal.ifPresent(refused -> {
            throw refused;
        });
        return answer;
    }
}
