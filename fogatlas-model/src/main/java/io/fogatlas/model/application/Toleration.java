package io.fogatlas.model.application;

import io.fogatlas.model.infrastructure.Taint;
import java.util.Objects;
import java.util.Optional;

/**
 * Lets a microservice onto nodes with certain taints, as Kubernetes means it.
 *
 * @param key the taint's key; empty tolerates every key
 * @param value the taint's value; absent tolerates every value (the operator {@code Exists})
 * @param effect the taint's effect; absent tolerates every effect
 */
public record Toleration(String key, Optional<String> value, Optional<Taint.Effect> effect) {
    /**
     * Checks that nothing is missing.
     *
     * @param key the taint's key
     * @param value the taint's value
     * @param effect the taint's effect
     */
    public Toleration {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(effect, "effect");
    }

    /**
     * Says whether a taint is tolerated.
     *
     * @param taint the taint
     * @return whether key, value and effect fit
     */
    public boolean tolerates(Taint taint) {
        return (key.isEmpty() || key.equals(taint.key()))
                && value.map(taint.value()::equals).orElse(true)
                && effect.map(taint.effect()::equals).orElse(true);
    }
}
