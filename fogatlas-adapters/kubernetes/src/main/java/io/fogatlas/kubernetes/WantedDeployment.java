package io.fogatlas.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One Deployment as it is to be: one microservice in one region.
 *
 * @param microservice the microservice's name
 * @param region the region's id
 * @param object our part of the Deployment, without an owner; not to be changed
 */
record WantedDeployment(String microservice, String region, ObjectNode object) {
    /** Separates microservice and region in the names of Deployments. */
    static final String REGION_MARK = ".reg.";

    String name() {
        return Trees.name(object);
    }

    static String name(String microservice, String region) {
        return microservice + REGION_MARK + region;
    }

    /** The region in the name of a Deployment; empty if it has none. */
    static String regionOf(String name) {
        int mark = name.lastIndexOf(REGION_MARK);
        return mark < 0 ? "" : name.substring(mark + REGION_MARK.length());
    }

    /** The microservice in the name of a Deployment. */
    static String microserviceOf(String name) {
        int mark = name.lastIndexOf(REGION_MARK);
        return mark < 0 ? name : name.substring(0, mark);
    }

    /** The object as it is to be sent, with its owner. */
    ObjectNode ownedBy(Owner owner) {
        ObjectNode owned = object.deepCopy();
        ObjectNode metadata = Trees.inner(owned, "metadata");
        Trees.inner(metadata, "labels").put(Owner.LABEL, owner.label());
        metadata.putArray("ownerReferences").add(owner.reference());
        return owned;
    }
}
