package io.fogatlas.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import io.fogatlas.placement.change.Running;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Whatever a file calls its things, a drawing of them stays a drawing of them. */
final class HostileNamesProperties {
    @Provide
    Arbitrary<String> names() {
        Arbitrary<String> nasty = Arbitraries.of(
                "<script>alert(1)</script>",
                "</title></svg>",
                "\"'><img src=x onerror=alert(1)>",
                "]]>",
                "<!--",
                "&amp;&lt;&#0;",
                "\u0000\u0001\u001b[31m",
                "\uD800",
                "\uFFFE",
                "\u202Eevil",
                "مرحبا",
                "שלום",
                "日本語の名前",
                "😀",
                "javascript:alert(1)",
                "expression(alert(1))",
                "{\"a\":1}",
                "\\u003c",
                "\u2028",
                "x".repeat(3000));
        Arbitrary<String> any = Arbitraries.strings().ofMaxLength(12);
        return Combinators.combine(any, nasty, any).as((start, middle, end) -> start + middle + end);
    }

    private static Picture picture(String name) {
        Infrastructure infrastructure = Infrastructure.builder()
                .add(Region.builder("1" + name).name(name).build())
                .add(Region.builder("2" + name).build())
                .add(Link.builder("l" + name, "1" + name, "2" + name)
                        .bandwidthBps(9)
                        .build())
                .add(ExternalEndpoint.of("e" + name, "1" + name))
                .build();
        Application application = Application.builder(new ApplicationId("n" + name, "a" + name))
                .addEndpoint("e" + name)
                .add(Scenes.microservice("m" + name, 1))
                .add(new DataFlow("f" + name, "e" + name, "m" + name, 1, 1))
                .build();
        Placement placement = new Placement(
                Map.of("m" + name, List.of(new Assignment("2" + name, 2, Map.of()))),
                List.of(new Route("f" + name, "1" + name, "2" + name, List.of("l" + name))));
        return Picture.of(infrastructure, Scenes.taken(infrastructure, new Running(application, placement)))
                .with(new Running(application, placement));
    }

    private static Set<String> kinds(Document document) {
        return Xml.elements(document, "*").stream().map(Element::getTagName).collect(Collectors.toSet());
    }

    @Property(tries = 60)
    void stayTextInADrawing(@ForAll("names") String name) {
        Document drawing = Xml.parse(picture(name).svg());

        assertThat(kinds(drawing)).isSubsetOf("svg", "title", "style", "g", "path", "rect", "circle", "text");
        assertThat(Xml.byId(drawing, "l0").getTextContent()).startsWith(ShownText.of("l" + name + ": 1" + name));
        assertThat(Xml.elements(drawing, "*"))
                .allSatisfy(element -> assertThat(element.getAttribute("id")).matches("([rl]\\d+)?"));
    }
}
