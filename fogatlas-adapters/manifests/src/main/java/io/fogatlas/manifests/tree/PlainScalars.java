package io.fogatlas.manifests.tree;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Says what a plain scalar of YAML means to Kubernetes, which reads YAML 1.1 by go-yaml 2 and turns it into JSON: {@code yes} is true,
 * {@code 010} is eight, a date is a text. A number keeps the text it was written with.
 */
final class PlainScalars {
    private static final Set<String> TRUE = Set.of("y", "yes", "true", "on");
    private static final Set<String> FALSE = Set.of("n", "no", "false", "off");
    private static final Set<String> NULL = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> NOT_FINITE = Set.of(".nan", ".inf", "-.inf", "+.inf");
    private static final Pattern BASED = Pattern.compile("[-+]?0([xX][0-9a-fA-F]+|[oO]?[0-7]+|[bB][01]+)");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]{1,8})?");
    /** A text that needs no quotes: no indicator at the start, no {@code ": "} or {@code " #"}, nothing that could end it. */
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z0-9/_.](?:[A-Za-z0-9/_.@+=,<>()-]|:(?=\\S)| (?=[A-Za-z0-9/_.(]))*");
    /** How long a number may be. */
    private static final int MAX_DIGITS = 1000;

    private static final Resolver YAML_1_1 = new Resolver();

    /** What other readers of YAML take for a number or a date. */
    private static final Pattern ELSEWHERE =
            Pattern.compile("0o?[0-7_]+|[0-9_.:]+|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*|.*(?i:\\.(nan|inf))");

    private PlainScalars() {}

    static ScalarType type(String text) {
        if (NULL.contains(text)) {
            return ScalarType.NULL;
        }
        if (isTrue(text) || isFalse(text)) {
            return ScalarType.BOOLEAN;
        }
        return isNumber(text) ? ScalarType.NUMBER : ScalarType.TEXT;
    }

    /** Whether it is a number that JSON cannot hold. */
    static boolean isNotFinite(String text) {
        return text.length() <= 5 && isCased(text, NOT_FINITE);
    }

    static boolean isTrue(String text) {
        return isCased(text, TRUE);
    }

    private static boolean isFalse(String text) {
        return isCased(text, FALSE);
    }

    /** Whether it is one of the words in lower case, with a capital, or in capitals. */
    private static boolean isCased(String text, Set<String> words) {
        if (text.isEmpty() || text.length() > 5) {
            return false;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        boolean cased = text.equals(lower)
                || text.equals(text.toUpperCase(Locale.ROOT))
                || text.substring(1).equals(lower.substring(1))
                || text.equals(".NaN");
        return cased && words.contains(lower);
    }

    private static boolean isNumber(String text) {
        char first = text.charAt(0);
        boolean digit = first >= '0' && first <= '9';
        if (text.length() > MAX_DIGITS || !(digit || first == '-' || first == '+' || first == '.')) {
            return false;
        }
        String plain = text.replace("_", "");
        return BASED.matcher(plain).matches() || DECIMAL.matcher(plain).matches();
    }

    static boolean isDecimal(String text) {
        return text.length() <= MAX_DIGITS && DECIMAL.matcher(text).matches();
    }

    static BigDecimal decimal(String number) {
        String plain = number.replace("_", "");
        if (BASED.matcher(plain).matches()) {
            boolean negative = plain.startsWith("-");
            String digits =
                    plain.substring(negative || plain.startsWith("+") ? 2 : 1).toLowerCase(Locale.ROOT);
            int radix = digits.startsWith("x") ? 16 : digits.startsWith("b") ? 2 : 8;
            BigInteger value =
                    new BigInteger(Character.isDigit(digits.charAt(0)) ? digits : digits.substring(1), radix);
            return new BigDecimal(negative ? value.negate() : value);
        }
        return new BigDecimal(plain);
    }

    /** Whether a text may be written without quotes: every reader of YAML, of 1.1 or 1.2, takes it for the same text. */
    static boolean needsNoQuotes(String text) {
        return text.length() <= 200
                && PLAIN.matcher(text).matches()
                && type(text) == ScalarType.TEXT
                && !isNotFinite(text)
                && !ELSEWHERE.matcher(text).matches()
                && YAML_1_1.resolve(NodeId.scalar, text, true).equals(Tag.STR);
    }
}
