package io.fogatlas.model.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PodAffinityTest {
    private static final Map<String, String> WEB = Map.of("app", "web");
    private static final LabelSelector SELECTS_WEB = new LabelSelector(List.of(LabelExpression.is("app", "web")));

    @Test
    void looksInTheOwnNamespaceUnlessSaidOtherwise() {
        PodAffinity rule = PodAffinity.with(SELECTS_WEB);

        assertThat(rule.selects("own", "own", WEB)).isTrue();
        assertThat(rule.selects("own", "other", WEB)).isFalse();
        assertThat(rule.selects("own", "own", Map.of("app", "db"))).isFalse();
    }

    @Test
    void looksInTheNamedNamespacesOnly() {
        PodAffinity rule = new PodAffinity(SELECTS_WEB, Set.of("other", "third"), false);

        assertThat(rule.selects("own", "other", WEB)).isTrue();
        assertThat(rule.selects("own", "own", WEB)).isFalse();
    }

    @Test
    void looksEverywhereIfToldSo() {
        PodAffinity rule = new PodAffinity(SELECTS_WEB, Set.of("third"), true);

        assertThat(rule.selects("own", "other", WEB)).isTrue();
        assertThat(rule.selects("own", "other", Map.of())).isFalse();
    }

    @Test
    void doesNotChangeWithTheSetItWasMadeOf() {
        Set<String> namespaces = new HashSet<>(Set.of("other"));
        PodAffinity rule = new PodAffinity(SELECTS_WEB, namespaces, false);
        namespaces.add("own");

        assertThat(rule).isEqualTo(new PodAffinity(SELECTS_WEB, Set.of("other"), false));
        assertThatThrownBy(() -> rule.namespaces().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> PodAffinity.with(null)).isInstanceOf(NullPointerException.class);
    }
}
