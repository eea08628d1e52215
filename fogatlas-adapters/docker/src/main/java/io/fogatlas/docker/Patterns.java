package io.fogatlas.docker;

import java.util.regex.Pattern;

/** Says whether texts of others are what they have to be, before they become a part of something. */
final class Patterns {
    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:]{2,39}");
    private static final Pattern HOST_NAME = Pattern.compile("[a-zA-Z0-9_]([a-zA-Z0-9_.-]{0,252})");
    private static final Pattern USER_NAME = Pattern.compile("[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,63}");
    private static final Pattern IMAGE =
            Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._:/-]{0,400}(@[a-z0-9]+:[a-fA-F0-9]{32,128})?");
    private static final Pattern VARIABLE = Pattern.compile("[^=\\x00-\\x1F\\x7F]{1,256}");

    private Patterns() {}

    /** An IPv4 or IPv6 address, roughly: enough that it is nothing else. */
    static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches();
    }

    static boolean isHostName(String text) {
        return HOST_NAME.matcher(text).matches();
    }

    static boolean isUserName(String text) {
        return USER_NAME.matcher(text).matches();
    }

    static boolean isImage(String text) {
        return IMAGE.matcher(text).matches();
    }

    static boolean isVariable(String text) {
        return VARIABLE.matcher(text).matches();
    }
}
