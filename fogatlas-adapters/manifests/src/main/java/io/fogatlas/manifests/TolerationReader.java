package io.fogatlas.manifests;

import io.fabric8.kubernetes.api.model.PodSpec;
import io.fogatlas.model.application.Toleration;
import io.fogatlas.model.infrastructure.Taint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads which taints a Pod tolerates. */
final class TolerationReader {
    private TolerationReader() {}

    static List<Toleration> read(KubernetesObject<?> object, PodSpec pod) {
        List<Toleration> read = new ArrayList<>();
        List<io.fabric8.kubernetes.api.model.Toleration> all =
                pod.getTolerations() == null ? List.of() : pod.getTolerations();
        for (int i = 0; i < all.size(); i++) {
            io.fabric8.kubernetes.api.model.Toleration toleration = all.get(i);
            String key = toleration.getKey() == null ? "" : toleration.getKey();
            String operator =
                    toleration.getOperator() == null || toleration.getOperator().isEmpty()
                            ? "Equal"
                            : toleration.getOperator();
            String effect = toleration.getEffect() == null ? "" : toleration.getEffect();
            Optional<Taint.Effect> known = Effects.of(effect);
            String wrong = wrong(key, operator, effect.isEmpty() || known.isPresent());
            if (wrong.isEmpty()) {
                boolean any = operator.equals("Exists");
                String value = toleration.getValue() == null ? "" : toleration.getValue();
                read.add(new Toleration(key, any ? Optional.empty() : Optional.of(value), known));
            } else {
                object.problem(wrong, "spec", "template", "spec", "tolerations", i);
            }
        }
        return read;
    }

    private static String wrong(String key, String operator, boolean effectKnown) {
        if (!operator.equals("Equal") && !operator.equals("Exists")) {
            return "has the operator '" + operator + "'; use Equal or Exists";
        }
        if (key.isEmpty() && operator.equals("Equal")) {
            return "has no key, for which the operator must be Exists";
        }
        return effectKnown ? "" : "must have the effect NoSchedule, PreferNoSchedule or NoExecute, or none";
    }
}
