package io.fogatlas.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class ConcurrentInventoryTest {
    private static final int THREADS = 8;
    private static final int APPLICATIONS_EACH = 50;
    private static final long CAPACITY = 100;
    private static final Placement ACROSS = new Placement(
            Map.of(
                    "front", List.of(new Assignment("edge", 1, Map.of())),
                    "back", List.of(new Assignment("cloud", 1, Map.of()))),
            List.of(new Route("flow", "edge", "cloud", List.of("link"))));

    @Test
    void givesOutExactlyWhatThereIsHoweverManyAskAtOnce() throws Exception {
        Inventory inventory = new Inventory(
                Infrastructure.builder()
                        .add(Region.builder("cloud").build())
                        .add(Region.builder("edge").build())
                        .add(Link.builder("link", "cloud", "edge")
                                .bandwidthBps(CAPACITY)
                                .build())
                        .build(),
                Occupancy.NONE);
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Integer>> accepted = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                accepted.add(threads.submit(asker(inventory, start, thread)));
            }
            start.countDown();
            long total = 0;
            for (Future<Integer> one : accepted) {
                total += one.get();
            }

            assertThat(total).isEqualTo(CAPACITY);
            assertThat(inventory.snapshot().generation()).isEqualTo(CAPACITY);
            assertThat(inventory.snapshot().occupancy().bandwidthBpsByLink()).containsEntry("link", CAPACITY);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Callable<Integer> asker(Inventory inventory, CountDownLatch start, int thread) {
        return () -> {
            start.await();
            int accepted = 0;
            for (int number = 0; number < APPLICATIONS_EACH; number++) {
                accepted += accepts(inventory, application(thread + "-" + number)) ? 1 : 0;
            }
            return accepted;
        };
    }

    private static boolean accepts(Inventory inventory, Application application) {
        try {
            inventory.reserve(application, ACROSS);
            return true;
        } catch (ShortageException full) {
            return false;
        }
    }

    private static Application application(String name) {
        return Application.builder(ApplicationId.of(name))
                .add(Microservice.builder("front").build())
                .add(Microservice.builder("back").build())
                .add(DataFlow.builder("front", "back")
                        .name("flow")
                        .bandwidthBps(1)
                        .build())
                .build();
    }
}
