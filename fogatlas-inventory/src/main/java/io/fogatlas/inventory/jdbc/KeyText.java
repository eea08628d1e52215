package io.fogatlas.inventory.jdbc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Writes a name so that it can be a key in a database, whatever it is made of: characters that no database stores are escaped by a
 * backslash, and of a very long name only the beginning is kept, and its SHA-256. Two names never get the same key.
 */
final class KeyText {
    private static final int LONGEST = 300;
    private static final int BEGINNING = 200;

    private KeyText() {}

    static String of(String name) {
        StringBuilder text = new StringBuilder(name.length());
        for (int at = 0; at < name.length(); at++) {
            char each = name.charAt(at);
            if (each == '\\') {
                text.append("\\\\");
            } else if (each == 0 || isUnpaired(name, at)) {
                text.append("\\u").append(HexFormat.of().toHexDigits(each));
            } else {
                text.append(each);
            }
        }
        if (text.length() <= LONGEST) {
            return text.toString();
        }
        return text.substring(0, cut(text)) + "\\#" + digest(text.toString());
    }

    /** Where to cut a long text: neither within a pair of surrogates nor right after the backslash that begins an escape. */
    private static int cut(CharSequence text) {
        int backslashes = 0;
        while (backslashes < BEGINNING && text.charAt(BEGINNING - 1 - backslashes) == '\\') {
            backslashes++;
        }
        boolean splits = backslashes % 2 == 1 || Character.isHighSurrogate(text.charAt(BEGINNING - 1));
        return splits ? BEGINNING - 1 : BEGINNING;
    }

    private static boolean isUnpaired(String name, int at) {
        char each = name.charAt(at);
        if (Character.isHighSurrogate(each)) {
            return at + 1 == name.length() || !Character.isLowSurrogate(name.charAt(at + 1));
        }
        return Character.isLowSurrogate(each) && (at == 0 || !Character.isHighSurrogate(name.charAt(at - 1)));
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
