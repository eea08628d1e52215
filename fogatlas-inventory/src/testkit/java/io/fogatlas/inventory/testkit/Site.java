package io.fogatlas.inventory.testkit;

import io.fogatlas.inventory.Claim;
import io.fogatlas.inventory.Inventory;
import io.fogatlas.model.Resources;
import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.application.Microservice;
import io.fogatlas.model.application.Requirements;
import io.fogatlas.model.infrastructure.ComputeNode;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import java.util.List;
import java.util.Map;

/**
 * A cloud and an edge with one node of 1,000 millicores each, and a link of 100 bit/s between them; applications with a front and a back,
 * and a flow between.
 */
public final class Site {
    /** The link's id. */
    public static final String LINK = "link";

    /** What the link carries, in bit/s. */
    public static final long LINK_BPS = 100;

    /** What each node offers, in millicores. */
    public static final long NODE_MILLIS = 1000;

    /** What exists. */
    public static final Infrastructure INFRASTRUCTURE = Infrastructure.builder()
            .add(Region.builder("cloud").build())
            .add(Region.builder("edge").tier(1).build())
            .add(node("cloud"))
            .add(node("edge"))
            .add(link(LINK_BPS, true))
            .build();

    /** The front at the edge, the back in the cloud, the flow over the link. */
    public static final Placement ACROSS = placement("edge", "cloud");

    /** Both in the cloud. */
    public static final Placement CLOUD = placement("cloud", "cloud");

    private Site() {}

    /**
     * Makes the node of a region.
     *
     * @param region the region
     * @return its node, named after it with {@code -1}
     */
    public static ComputeNode node(String region) {
        return ComputeNode.builder(region + "-1", region)
                .allocatable(
                        Resources.builder().cpuMillis(NODE_MILLIS).podSlots(20).build())
                .build();
    }

    /**
     * Makes the link.
     *
     * @param bandwidthBps what it carries in bit/s
     * @param up whether it is up
     * @return the link
     */
    public static Link link(long bandwidthBps, boolean up) {
        return Link.builder(LINK, "cloud", "edge")
                .bandwidthBps(bandwidthBps)
                .up(up)
                .build();
    }

    /**
     * Makes an application.
     *
     * @param name its name
     * @param cpuMillis what front and back take each, in millicores
     * @param bandwidthBps what the flow takes, in bit/s
     * @return the application
     */
    public static Application application(String name, long cpuMillis, long bandwidthBps) {
        Requirements requirements = new Requirements(
                0, Resources.builder().cpuMillis(cpuMillis).podSlots(1).build());
        return Application.builder(ApplicationId.of(name))
                .add(Microservice.builder("front").requirements(requirements).build())
                .add(Microservice.builder("back").requirements(requirements).build())
                .add(DataFlow.builder("front", "back")
                        .name("flow")
                        .bandwidthBps(bandwidthBps)
                        .build())
                .build();
    }

    /**
     * Places front and back.
     *
     * @param front the region of the front
     * @param back the region of the back
     * @return the placement
     */
    public static Placement placement(String front, String back) {
        return new Placement(
                Map.of(
                        "front", List.of(new Assignment(front, 1, Map.of(front + "-1", 1))),
                        "back", List.of(new Assignment(back, 1, Map.of(back + "-1", 1)))),
                List.of(new Route("flow", front, back, front.equals(back) ? List.of() : List.of(LINK))));
    }

    /**
     * Claims what a placement takes, by a request of a given name.
     *
     * @param inventory where
     * @param application what is placed
     * @param placement where its parts are
     * @param request the request's name
     * @return the claim
     */
    public static Claim claim(Inventory inventory, Application application, Placement placement, String request) {
        return Claim.of(inventory.snapshot(), application, placement).request(request);
    }
}
