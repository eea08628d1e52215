package io.fogatlas.kubernetes;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** What the API server takes as the value of a label and as a name. */
final class LabelValues {
    static final int LONGEST = 63;
    static final int LONGEST_NAME = 253;

    private static final Pattern VALUE = Pattern.compile("([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?");
    private static final Pattern NAME =
            Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
    private static final int HASHED = 10;

    private LabelValues() {}

    static boolean isValue(String text) {
        return text.length() <= LONGEST && VALUE.matcher(text).matches();
    }

    static boolean isName(String text) {
        return text.length() <= LONGEST_NAME && NAME.matcher(text).matches();
    }

    /** The name of a namespace, which has no dots. */
    static boolean isNamespace(String text) {
        return text.length() <= LONGEST
                && text.indexOf('.') < 0
                && NAME.matcher(text).matches();
    }

    /** Makes a label's value of an object's name: itself, or its start and a hash of all of it where it is too long. */
    static String of(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        return name.substring(0, LONGEST - HASHED - 1) + "-" + hash(name);
    }

    private static String hash(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASHED / 2);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }
}
