package io.fogatlas.placement.verification;

import static io.fogatlas.placement.verification.ThreeRegions.CLOUD;
import static io.fogatlas.placement.verification.ThreeRegions.EDGE;
import static io.fogatlas.placement.verification.ThreeRegions.FOG;
import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.RegionDemand;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.placement.verification.DemandViolation.AssignmentNotAsked;
import io.fogatlas.placement.verification.DemandViolation.DemandNotMet;
import io.fogatlas.placement.verification.DemandViolation.MicroserviceNotPlaced;
import io.fogatlas.placement.verification.DemandViolation.RegionTwice;
import io.fogatlas.placement.verification.DemandViolation.UnknownMicroservice;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DemandCheckTest {
    private static final RegionDemand TWO_AT_THE_EDGE = RegionDemand.in(EDGE, 2);
    private static final RegionDemand THREE_ANYWHERE = RegionDemand.anywhere(3);

    private static ThreeRegions asking(RegionDemand... demands) {
        Microservice.Builder driver = Microservice.builder("driver");
        for (RegionDemand demand : demands) {
            driver.addDemand(demand);
        }
        return ThreeRegions.withoutNodes().with(driver.build());
    }

    private static Assignment in(String region, int replicas) {
        return new Assignment(region, replicas, Map.of());
    }

    @Test
    void acceptsWhatIsAskedInAnyOrderOfTheFreeDemands() {
        ThreeRegions asked = asking(RegionDemand.anywhere(1), TWO_AT_THE_EDGE, THREE_ANYWHERE);

        assertThat(asked.place("driver", CLOUD, 3)
                        .place("driver", EDGE, 2)
                        .place("driver", FOG, 1)
                        .violations())
                .isEmpty();
    }

    @Test
    void findsAMicroserviceThatIsNotPlaced() {
        assertThat(asking(THREE_ANYWHERE).violations()).containsExactly(new MicroserviceNotPlaced("driver"));
    }

    @Test
    void findsAMicroserviceThatDoesNotExist() {
        assertThat(asking(THREE_ANYWHERE)
                        .place("driver", FOG, 3)
                        .place("ghost", FOG, 1)
                        .violations())
                .containsExactly(new UnknownMicroservice("ghost"));
    }

    @Test
    void findsAPinThatIsNotKept() {
        assertThat(asking(TWO_AT_THE_EDGE).place("driver", FOG, 2).violations())
                .containsExactly(new DemandNotMet("driver", TWO_AT_THE_EDGE, Optional.of(in(FOG, 2))));
    }

    @Test
    void findsTooFewReplicasWhereAPinAsksForMore() {
        assertThat(asking(TWO_AT_THE_EDGE, THREE_ANYWHERE)
                        .place("driver", EDGE, 1)
                        .place("driver", FOG, 3)
                        .violations())
                .containsExactly(new DemandNotMet("driver", TWO_AT_THE_EDGE, Optional.of(in(EDGE, 1))));
    }

    @Test
    void findsAFreeDemandWithAnotherNumberOfReplicas() {
        assertThat(asking(TWO_AT_THE_EDGE, THREE_ANYWHERE)
                        .place("driver", EDGE, 2)
                        .place("driver", FOG, 4)
                        .violations())
                .containsExactly(new DemandNotMet("driver", THREE_ANYWHERE, Optional.of(in(FOG, 4))));
    }

    @Test
    void findsADemandThatNothingMeets() {
        assertThat(asking(TWO_AT_THE_EDGE, THREE_ANYWHERE)
                        .place("driver", EDGE, 2)
                        .violations())
                .containsExactly(new DemandNotMet("driver", THREE_ANYWHERE, Optional.empty()));
    }

    @Test
    void doesNotTakeThePinnedAssignmentForAFreeDemand() {
        assertThat(asking(RegionDemand.in(EDGE, 3), THREE_ANYWHERE)
                        .place("driver", EDGE, 3)
                        .violations())
                .containsExactly(new DemandNotMet("driver", THREE_ANYWHERE, Optional.empty()));
    }

    @Test
    void findsAnAssignmentTooMany() {
        assertThat(asking(TWO_AT_THE_EDGE)
                        .place("driver", EDGE, 2)
                        .place("driver", FOG, 1)
                        .violations())
                .containsExactly(new AssignmentNotAsked("driver", FOG, 1));
    }

    @Test
    void findsTwoAssignmentsInOneRegion() {
        assertThat(asking(TWO_AT_THE_EDGE, THREE_ANYWHERE, RegionDemand.anywhere(1))
                        .place("driver", EDGE, 2)
                        .place("driver", EDGE, 3)
                        .place("driver", EDGE, 1)
                        .violations())
                .containsExactly(new RegionTwice("driver", EDGE));
    }

    @Test
    void saysWhatIsAskedAndGiven() {
        assertThat(new DemandNotMet("driver", TWO_AT_THE_EDGE, Optional.of(in(FOG, 4))).text())
                .isEqualTo(
                        "Microservice 'driver' asks for 2 replicas in region '003-003', but gets 4 in region '002-002'.");
        assertThat(new DemandNotMet("driver", THREE_ANYWHERE, Optional.empty()).text())
                .isEqualTo("Microservice 'driver' asks for 3 replicas in a region, but gets none.");
        assertThat(new UnknownMicroservice("ghost").text())
                .isEqualTo("Microservice 'ghost' is placed, but the application has none of that name.");
        assertThat(new MicroserviceNotPlaced("driver").text()).isEqualTo("Microservice 'driver' is not placed.");
        assertThat(new AssignmentNotAsked("driver", FOG, 1).text())
                .isEqualTo("Microservice 'driver' has 1 replicas in region '002-002' that it does not ask for.");
        assertThat(new RegionTwice("driver", FOG).text())
                .isEqualTo("Microservice 'driver' has more than one Assignment in region '002-002'.");
    }
}
