package io.fogatlas.manifests;

import io.fogatlas.model.infrastructure.Taint;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Kubernetes' names of what taints do. */
final class Effects {
    private static final Map<String, Taint.Effect> BY_NAME = Map.of(
            "NoSchedule", Taint.Effect.NO_SCHEDULE,
            "PreferNoSchedule", Taint.Effect.PREFER_NO_SCHEDULE,
            "NoExecute", Taint.Effect.NO_EXECUTE);

    private Effects() {}

    static Optional<Taint.Effect> of(@Nullable String name) {
        return name == null ? Optional.empty() : Optional.ofNullable(BY_NAME.get(name));
    }

    static String name(Taint.Effect effect) {
        return switch (effect) {
            case NO_SCHEDULE -> "NoSchedule";
            case PREFER_NO_SCHEDULE -> "PreferNoSchedule";
            case NO_EXECUTE -> "NoExecute";
        };
    }
}
