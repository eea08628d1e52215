package io.fogatlas.docker;

import io.fogatlas.model.application.ApplicationId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Gives the objects of an engine names and labels: escaped, bounded in length, and different for different things. */
final class Names {
    /** The label of a container, network or volume that holds the application's name. */
    static final String APPLICATION = "io.fogatlas.application";

    /** The label that holds the application's namespace. */
    static final String NAMESPACE = "io.fogatlas.namespace";

    /** The label that holds the region's id. */
    static final String REGION = "io.fogatlas.region";

    /** The label that holds the microservice's name. */
    static final String MICROSERVICE = "io.fogatlas.microservice";

    /** The label that holds the number of the replica, from 1. */
    static final String REPLICA = "io.fogatlas.replica";

    /** The label that holds the container's name in the Pod template. */
    static final String CONTAINER = "io.fogatlas.container";

    /** The label that holds the fingerprint of what was decided. */
    static final String DECISION = "io.fogatlas.decision";

    /** How long a part of a name may be: four of them and a number stay below the 253 characters of a host name. */
    private static final int MAX_PART = 48;

    private static final int HASH_DIGITS = 8;

    private Names() {}

    /** A part of a name: letters, digits, dashes. Whatever is changed for that gets a hash, so that different texts stay different. */
    static String part(String text) {
        String safe = text.replaceAll("[^a-zA-Z0-9-]", "-").replaceAll("^-+", "");
        if (safe.equals(text) && safe.length() <= MAX_PART) {
            return safe;
        }
        int room = MAX_PART - HASH_DIGITS - 1;
        String start = safe.length() > room ? safe.substring(0, room) : safe;
        return (start.isEmpty() ? "x" : start) + "-" + hash(text, HASH_DIGITS);
    }

    /** The name by which the others in the region reach a microservice. */
    static String alias(String microservice) {
        return part(microservice).toLowerCase(Locale.ROOT);
    }

    static String application(ApplicationId id) {
        return part(id.namespace()) + "." + part(id.name());
    }

    static String network(ApplicationId id, String region) {
        return application(id) + "." + part(region);
    }

    /**
     * Names a container.
     *
     * @param id the application
     * @param workload the microservice and region
     * @param fingerprint of the workload
     * @param replica the number of the replica
     * @param container its position in the Pod template
     */
    static String container(ApplicationId id, WorkloadSpec workload, String fingerprint, int replica, int container) {
        String first = application(id) + "." + part(workload.microservice()) + "." + part(workload.region()) + "-"
                + replica + "-" + fingerprint.substring(0, HASH_DIGITS);
        return container == 0
                ? first
                : first + "." + part(workload.containers().get(container).name());
    }

    /** Names a volume of a replica. */
    static String volume(String firstContainer, String volume) {
        return firstContainer + "." + part(volume);
    }

    /** The labels of everything that belongs to an application. */
    static Map<String, String> labels(ApplicationId id) {
        Map<String, String> labels = new TreeMap<>();
        labels.put(NAMESPACE, id.namespace());
        labels.put(APPLICATION, id.name());
        return labels;
    }

    static Map<String, String> labels(ApplicationId id, String region) {
        Map<String, String> labels = labels(id);
        labels.put(REGION, region);
        return labels;
    }

    /** The labels of everything that belongs to one replica. */
    static Map<String, String> labels(ApplicationId id, WorkloadSpec workload, String fingerprint, int replica) {
        Map<String, String> labels = labels(id, workload.region());
        labels.put(MICROSERVICE, workload.microservice());
        labels.put(REPLICA, Integer.toString(replica));
        labels.put(DECISION, fingerprint);
        return labels;
    }

    /** The first hexadecimal digits of a text's SHA-256. */
    static String hash(String text, int digits) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, digits);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
