package io.fogatlas.cli;

import io.fogatlas.placement.change.Event;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads what goes down, such as {@code region=edge-1}. */
final class EventConverter implements ITypeConverter<Event> {
    @Override
    public Event convert(String text) {
        int sign = text.indexOf('=');
        String kind = sign < 0 ? text : text.substring(0, sign);
        String name = text.substring(sign + 1);
        if (sign < 0 || name.isBlank()) {
            throw refused(text);
        }
        return switch (kind) {
            case "region" -> new Event.RegionDown(name);
            case "link" -> new Event.LinkDown(name);
            case "node" -> new Event.NodeDown(name);
            default -> throw refused(text);
        };
    }

    private static TypeConversionException refused(String text) {
        return new TypeConversionException(
                "'" + text + "' does not say what goes down; write region=ID, link=ID or node=NAME");
    }
}
