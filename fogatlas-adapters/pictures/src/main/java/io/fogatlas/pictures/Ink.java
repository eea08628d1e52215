package io.fogatlas.pictures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The colours of pictures, each for paper and for the dark. What stands for tiers and applications are colours that people with any kind
 * of colour vision tell apart (Okabe and Ito, Color Universal Design, 2008); what stands for load grows steadily darker on paper and
 * lighter in the dark, so that it reads in grey as well.
 */
enum Ink {
    PAPER("fill", "#ffffff", "#11161d"),
    SEA("fill", "#f3f6f9", "#151b23"),
    LAND("fill", "#e4e9ee", "#212a34"),
    BORDER("stroke", "#ffffff", "#151b23"),
    CARD("fill", "#ffffff", "#1c242e"),
    EDGE("stroke", "#8492a2", "#66778a"),
    TEXT("fill", "#16202c", "#e8eef5"),
    FAINT("fill", "#4f5d6d", "#a9b7c6"),
    LINE("stroke", "#aab4bf", "#4a5868"),
    HALO("stroke", "#f3f6f9", "#151b23"),
    OUTLINE("stroke", "#16202c", "#e8eef5"),
    TRACK("stroke", "#ffffff", "#2c3743"),
    DOWN("stroke", "#b3261e", "#ff8a80"),
    ROUTE("stroke", "#111111", "#ffffff"),
    TIER0("fill", "#0072b2", "#56b4e9"),
    TIER1("fill", "#e69f00", "#e69f00"),
    TIER2("fill", "#009e73", "#00b789"),
    TIER3("fill", "#cc79a7", "#e28fbd"),
    LOAD0("stroke", "#b4bdc7", "#475566"),
    LOAD1("stroke", "#86c9bd", "#2f7f8c"),
    LOAD2("stroke", "#43a5b7", "#3fa3a8"),
    LOAD3("stroke", "#2277ad", "#6cc79a"),
    LOAD4("stroke", "#2b4c9b", "#b5dd6b"),
    LOAD5("stroke", "#35125f", "#fde725"),
    LOAD6("stroke", "#d4380d", "#ff7a45"),
    APP0("fill", "#0072b2", "#56b4e9"),
    APP1("fill", "#d55e00", "#f08c4a"),
    APP2("fill", "#009e73", "#00b789"),
    APP3("fill", "#cc79a7", "#e28fbd"),
    APP4("fill", "#8c6d00", "#f0e442"),
    APP5("fill", "#5b4b9a", "#b3a6ee");

    private static final int TIERS = 4;
    private static final int APPLICATIONS = 6;

    private final String property;
    private final String light;
    private final String dark;

    Ink(String property, String light, String dark) {
        this.property = property;
        this.light = light;
        this.dark = dark;
    }

    /** The class of the elements that are drawn in it. */
    String key() {
        return "i-" + name().toLowerCase(Locale.ROOT);
    }

    String property() {
        return property;
    }

    String light() {
        return light;
    }

    static Ink tier(int tier) {
        return valueOf("TIER" + Math.min(tier, TIERS - 1));
    }

    static Ink load(int step) {
        return valueOf("LOAD" + step);
    }

    static Ink application(int number) {
        return valueOf("APP" + number % APPLICATIONS);
    }

    /** The attributes of an element in these inks: classes for style sheets, and the colours on paper for whoever reads none. */
    static Object[] attributes(String classes, List<Ink> inks, Object... others) {
        List<Object> attributes = new ArrayList<>();
        StringBuilder names = new StringBuilder(classes);
        for (Ink ink : inks) {
            names.append(names.isEmpty() ? "" : " ").append(ink.key());
            attributes.add(ink.property);
            attributes.add(ink.light);
        }
        attributes.add(0, "class");
        attributes.add(1, names.toString());
        attributes.addAll(List.of(others));
        return attributes.toArray();
    }

    /** The style sheet of a drawing that stands alone: it is dark where that is preferred. */
    static String rulesForTheDark() {
        return "@media (prefers-color-scheme: dark) {\n" + rules(true, "") + "}";
    }

    /** The rules of a style sheet for all inks, where a selector holds. */
    static String rules(boolean inTheDark, String selector) {
        StringBuilder rules = new StringBuilder();
        for (Ink ink : values()) {
            rules.append(selector.isEmpty() ? "" : selector + " ")
                    .append('.')
                    .append(ink.key())
                    .append('{')
                    .append(ink.property)
                    .append(':')
                    .append(inTheDark ? ink.dark : ink.light)
                    .append("}\n");
        }
        return rules.toString();
    }
}
