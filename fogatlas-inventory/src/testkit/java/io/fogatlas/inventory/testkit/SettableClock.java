package io.fogatlas.inventory.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is set. Thread-safe. */
public final class SettableClock implements InstantSource {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));

    /** Stands at the start of 2026. */
    public SettableClock() {}

    @Override
    public Instant instant() {
        return Objects.requireNonNull(now.get());
    }

    /**
     * Lets time pass.
     *
     * @param duration how much; negative sets the clock back
     */
    public void pass(Duration duration) {
        now.updateAndGet(before -> before.plus(duration));
    }
}
