package io.fogatlas.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.placement.Decision;
import io.fogatlas.placement.PlacementEngine;
import io.fogatlas.placement.PlacementRequest;
import io.fogatlas.placement.change.Event;
import io.fogatlas.placement.reasons.Explainer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class PageTest {
    private static final PlacementEngine ENGINE = PlacementEngine.withInstalledAlgorithms();

    private static String page(Application application) {
        PlacementRequest request = PlacementRequest.of(Scenes.cities(), application);
        Decision decision = ENGINE.place(request);
        return Picture.of(Scenes.cities(), Occupancy.NONE)
                .with(request, decision, Explainer.of(ENGINE).explain(request, decision, Duration.ofSeconds(10)))
                .html();
    }

    private static List<String> inside(String html, String element) {
        return Pattern.compile("<" + element + ">(.*?)</" + element + ">", Pattern.DOTALL)
                .matcher(html)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    @Test
    void tellsTheScoreByTermAndWhatItIsMadeOf() {
        assertThat(page(Scenes.watch()))
                .contains(">optimal</span>", "By portfolio, score ")
                .contains("<caption>Score by term</caption>", "<td dir=\"auto\">network</td>")
                .contains("<caption>What the score is made of</caption>");
    }

    @Test
    void tellsWhyAnApplicationIsNotPlacedAndWhatWouldHelp() {
        Application tooLarge = Application.builder(ApplicationId.of("large"))
                .addEndpoint("camera")
                .add(Scenes.microservice("giant", 90_000))
                .add(new DataFlow("video", "camera", "giant", 1, 1))
                .build();

        assertThat(page(tooLarge))
                .contains(">infeasible</span>", "<h2 id=\"refusals\">Not placed</h2>")
                .contains("giant", "<caption>Where it cannot be</caption>", "<td dir=\"auto\">rome</td>");
    }

    @Test
    void tellsWhatFailuresBreakAndTheStepsToGetOver() {
        String html = Scenes.watched()
                .with(Failures.after(new Event.LinkDown("south")))
                .html();

        assertThat(html)
                .contains("After 1 of 1 failure every application has a place; 0 break none.")
                .contains("<h4 dir=\"auto\">Plan of default/watch</h4>")
                .contains("data-vertex=\"v0-2\" data-links=\"\" data-regions=\"r1\">start 1 of store in region trento");
    }

    @Test
    void allowsItsOwnStyleSheetAndScriptAlone() throws NoSuchAlgorithmException {
        String html = Scenes.watched().html();
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (String element : List.of("style", "script")) {
            String content = inside(html, element).get(0);
            String hash = Base64.getEncoder().encodeToString(digest.digest(content.getBytes(StandardCharsets.UTF_8)));
            assertThat(html).contains(element + "-src &#39;sha256-" + hash + "&#39;");
        }
        assertThat(html)
                .contains("default-src &#39;none&#39;")
                .doesNotContain(" style=", "onclick", "onload=", "src=\"", "@import", "url(");
        assertThat(inside(html, "script").get(0)).contains("'use strict'").doesNotContain("eval(", "innerHTML");
    }
}
