package io.fogatlas.manifests.networks;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A format of network files that can be imported. */
public enum NetworkFormat {
    /** GraphML with coordinates: the Internet Topology Zoo as published, and as drawn with yEd. */
    GRAPHML("graphml", ".graphml"),
    /** SNDlib in JSON: nodes, links with capacity modules, demands. */
    SNDLIB("sndlib", ""),
    /** REPETITA {@code .graph}: text with bandwidth in kbit/s and delay in microseconds. */
    REPETITA("repetita", ".graph"),
    /** The objects AppGroup and NetworkTopology of Kubernetes' network-aware scheduling. */
    DIKTYO("diktyo", "");

    private static final Pattern REPETITA_START = Pattern.compile("\\s*NODES\\s.*", Pattern.DOTALL);
    private static final int HEAD = 8192;

    private final String label;
    private final String ending;

    NetworkFormat(String label, String ending) {
        this.label = label;
        this.ending = ending;
    }

    /**
     * Says what users call the format.
     *
     * @return its name in lower case, such as {@code graphml}
     */
    public String label() {
        return label;
    }

    /**
     * Finds a format by what users call it.
     *
     * @param label its name in any case
     * @return the format, if there is one of that name
     */
    public static Optional<NetworkFormat> named(String label) {
        for (NetworkFormat format : values()) {
            if (format.label.equals(label.toLowerCase(Locale.ROOT))) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /**
     * Tells the format of a file by its content and, where that says nothing, by the ending of its name.
     *
     * @param fileName the file's name
     * @param content what is in it
     * @return the format; empty if it is none of these
     */
    public static Optional<NetworkFormat> detect(String fileName, byte[] content) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        String head = text.substring(0, Math.min(text.length(), HEAD));
        if (head.contains("<graphml")) {
            return Optional.of(GRAPHML);
        }
        if (REPETITA_START.matcher(head).matches()) {
            return Optional.of(REPETITA);
        }
        if (text.contains("diktyo.x-k8s.io/")) {
            return Optional.of(DIKTYO);
        }
        if (head.stripLeading().startsWith("{") && text.contains("\"links\"") && !text.contains("\"apiVersion\"")) {
            return Optional.of(SNDLIB);
        }
        String lower = fileName.toLowerCase(Locale.ROOT);
        for (NetworkFormat format : values()) {
            if (!format.ending.isEmpty() && lower.endsWith(format.ending)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
