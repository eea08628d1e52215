package io.fogatlas.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.fogatlas.orchestration.DeploymentException;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whenever an engine stops or the program ends, the next run brings about what was wanted, and nothing else. */
final class InterruptedRolloutProperties {
    private static Shop before() {
        return new Shop("shop")
                .sleeping("web", "ports: [{containerPort: 80, hostPort: 8080}]")
                .sleeping("cart", "")
                .with(
                        "store",
                        "",
                        "{template: {spec: {volumes: [{name: data, emptyDir: {}}], containers: ["
                                + Shop.container("volumeMounts: [{name: data, mountPath: /data}]")
                                + ", {name: side, image: \"" + RealEngines.IMAGE + "\"}]}}}")
                .in("web", "cloud", 1)
                .in("cart", "edge", 2)
                .in("store", "edge", 1);
    }

    /** The port stays with another version, one microservice moves, one changes in place, one becomes fewer. */
    private static Shop after() {
        return before().sleeping("web", "ports: [{containerPort: 81, hostPort: 8080}]")
                .nowhere("store")
                .in("store", "cloud", 1)
                .in("cart", "edge", 1);
    }

    private static TwoEngines deployed() {
        TwoEngines engines = new TwoEngines();
        engines.cloud.foreign("somebody", "9000/tcp");
        engines.edge.foreign("somebody");
        engines.apply(before());
        return engines;
    }

    private static Set<String> wanted() {
        TwoEngines engines = deployed();
        engines.apply(after());
        assertThat(engines.plan(after()).isEmpty()).isTrue();
        return engines.everything();
    }

    @Property(tries = 150)
    void isFinishedByTheNextRunAfterTheProgramWasKilled(
            @ForAll @IntRange(max = 40) int calls, @ForAll boolean inCloud) {
        TwoEngines engines = deployed();
        MemoryEngine dying = inCloud ? engines.cloud : engines.edge;
        dying.killAfter(calls);

        Throwable killed = catchThrowable(() -> engines.apply(after()));
        dying.recover();
        engines.apply(after());

        assertThat(killed == null || killed instanceof MemoryEngine.Killed).isTrue();
        assertThat(engines.everything()).isEqualTo(wanted());
    }

    @Property(tries = 150)
    void isTakenBackAtEveryEngineThatAnswersWhenAnotherStops(
            @ForAll @IntRange(max = 40) int calls, @ForAll boolean inCloud) {
        TwoEngines engines = deployed();
        Set<String> old = engines.everything();
        MemoryEngine stopping = inCloud ? engines.cloud : engines.edge;
        MemoryEngine other = inCloud ? engines.edge : engines.cloud;
        Set<String> oldOfOther = other.everything();
        stopping.stopAfter(calls);

        Throwable failure = catchThrowable(() -> engines.apply(after()));
        stopping.recover();

        if (failure instanceof DeploymentException told) {
            assertThat(other.everything()).isEqualTo(oldOfOther);
            if (told.leftOver().isEmpty()) {
                assertThat(engines.everything()).isEqualTo(old);
            }
        } else {
            assertThat(failure).isNull();
        }
        engines.apply(after());
        assertThat(engines.everything()).isEqualTo(wanted());
    }

    @Property(tries = 150)
    void removesEverythingHoweverFarTheLastRunGot(@ForAll @IntRange(max = 40) int calls, @ForAll boolean inCloud) {
        TwoEngines engines = deployed();
        MemoryEngine dying = inCloud ? engines.cloud : engines.edge;
        dying.killAfter(calls);
        Throwable killed = catchThrowable(() -> engines.apply(after()));
        dying.recover();

        engines.remove(after());

        assertThat(killed == null || killed instanceof MemoryEngine.Killed).isTrue();
        assertThat(engines.everything())
                .containsExactlyInAnyOrder("cloud container somebody true", "edge container somebody true");
    }
}
