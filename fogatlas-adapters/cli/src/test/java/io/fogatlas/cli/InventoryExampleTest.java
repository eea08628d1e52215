package io.fogatlas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.inventory.Inventory;
import io.fogatlas.inventory.InventoryState;
import io.fogatlas.inventory.Reservation;
import io.fogatlas.inventory.file.FileJournal;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.RegionConstraint;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.orchestration.Admission;
import io.fogatlas.orchestration.Admitted;
import io.fogatlas.placement.Decision;
import io.fogatlas.placement.PlacementEngine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example in README.md of an inventory in a file. */
final class InventoryExampleTest {
    private static Application application(String name) {
        return Application.builder(ApplicationId.of(name))
                .addEndpoint("camera")
                .add(Microservice.builder("archive")
                        .addRegionConstraint(new RegionConstraint.AllowedRegions(Set.of("cloud")))
                        .build())
                .add(new DataFlow("video", "camera", "archive", 6_000_000, 0))
                .build();
    }

    @Test
    void letsInWhatFitsAndStillKnowsItAfterwards(@TempDir Path directory) {
        Infrastructure infrastructure = Infrastructure.builder()
                .add(Region.builder("cloud").build())
                .add(Region.builder("edge").tier(1).build())
                .add(new Link("uplink", "edge", "cloud", 10_000_000, 30_000, true, false))
                .add(ExternalEndpoint.of("camera", "edge"))
                .build();
        List<Application> applications = List.of(application("first"), application("second"));
        Path file = directory.resolve("inventory");
        // tag::inventory[]
        List<Decision> refused = new ArrayList<>();
        PlacementEngine engine = PlacementEngine.withInstalledAlgorithms();
        InventoryState start = InventoryState.of(infrastructure, Occupancy.NONE);
        try (Inventory inventory = Inventory.of(FileJournal.open(file, () -> start))) {
            Admission admission = Admission.to(inventory);
            for (Application application : applications) {
                Admitted admitted = admission.admit(engine, application);
                if (admitted.isAdmitted()) {
                    // Carry the decision out, and then say that it is:
                    inventory.confirm(admitted.reservation().orElseThrow().key());
                } else {
                    refused.add(admitted.decision());
                }
            }
        }
        // end::inventory[]

        assertThat(refused).extracting(Decision::application).containsExactly(ApplicationId.of("second"));
        try (Inventory inventory = Inventory.of(FileJournal.open(file, () -> start))) {
            assertThat(inventory.reservations())
                    .filteredOn(Reservation::isConfirmed)
                    .extracting(reservation -> reservation.key().application())
                    .containsExactly(ApplicationId.of("first"));
        }
    }
}
