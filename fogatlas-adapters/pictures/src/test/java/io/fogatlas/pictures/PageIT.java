package io.fogatlas.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.application.Application;
import io.fogatlas.model.application.ApplicationId;
import io.fogatlas.model.application.DataFlow;
import io.fogatlas.model.infrastructure.ExternalEndpoint;
import io.fogatlas.model.infrastructure.Infrastructure;
import io.fogatlas.model.infrastructure.Link;
import io.fogatlas.model.infrastructure.Region;
import io.fogatlas.model.occupancy.Occupancy;
import io.fogatlas.model.placement.Assignment;
import io.fogatlas.model.placement.Placement;
import io.fogatlas.model.placement.Route;
import io.fogatlas.placement.change.Event;
import io.fogatlas.placement.change.Running;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** Opens pages in a real browser and uses them as people do: with a pointer, and with the keyboard alone. */
final class PageIT extends InBrowser {
    private static String told() {
        return browser.find("#told").getText();
    }

    private static Running second() {
        Application application = Application.builder(ApplicationId.of("second"))
                .add(Scenes.microservice("other", 100))
                .build();
        return new Running(
                application,
                new Placement(Map.of("other", List.of(new Assignment("trento", 1, Map.of("trento-1", 1)))), List.of()));
    }

    @Test
    void hoverShowsTheRouteOfAFlowWithItsLatency() throws IOException {
        browser.open(Scenes.watched().html(), 1400, 1000);

        browser.hover(browser.find("button[data-flow='f0-1']"));

        assertThat(told())
                .contains("events: detector → store", "povo to rome over hill, south: 5.3 ms")
                .doesNotContain("Point at");
        assertThat(browser.texts(".way-text")).containsExactly("5.3 ms");
        assertThat(browser.all(".link.on")).hasSize(2);
        assertThat(browser.all(".way:not(.under)")).hasSize(2);
        assertThat(browser.all(".vertex.on")).hasSize(2);
        browser.shoot("hover");

        browser.hover(browser.find("h1"));

        assertThat(browser.all(".way")).isEmpty();
        assertThat(told()).startsWith("Point at something");
    }

    @Test
    void hoverShowsTheBoundOfAFlowInsideARegion() throws IOException {
        browser.open(Scenes.watched().html(), 1400, 1000);

        browser.hover(browser.find("button[data-flow='f0-0']"));

        assertThat(told()).contains("inside region povo: 0 ms of at most 10 ms");
    }

    @Test
    void theKeyboardAloneReachesEverything() throws IOException {
        browser.open(Scenes.watched().html(), 1400, 1000);
        int tabs = 0;
        while (!browser.run("return document.activeElement.id").equals("r0")) {
            browser.press(Keys.TAB);
            assertThat(tabs++).as("tabs to the first region").isLessThan(10);
        }
        assertThat(told()).startsWith("rome (Rome), tier 0, ");
        assertThat(browser.run("return getComputedStyle(document.querySelector('#r0 .disc')).strokeWidth"))
                .isEqualTo("3.5px");

        browser.press(Keys.ARROW_UP);

        assertThat(told()).doesNotStartWith("rome");
        assertThat(browser.run("return document.activeElement.getAttribute('aria-label')"))
                .asString()
                .startsWith(told().substring(0, 4));

        while (!"f0-1".equals(browser.run("return document.activeElement.dataset.flow"))) {
            browser.press(Keys.TAB);
            assertThat(tabs++).as("tabs to the flow").isLessThan(60);
        }
        assertThat(told()).contains("5.3 ms");
        assertThat(browser.all(".way:not(.under)")).hasSize(2);

        browser.press(Keys.ESCAPE);

        assertThat(browser.all(".way")).isEmpty();
    }

    @Test
    void theFilterLeavesOneApplication() throws IOException {
        Infrastructure cities = Scenes.cities();
        browser.open(
                Picture.of(cities, Scenes.taken(cities, Scenes.watching(), second()))
                        .with(Scenes.watching())
                        .with(second())
                        .html(),
                1400,
                1000);

        new Select(browser.find("#filter")).selectByVisibleText("default/second");

        assertThat(browser.all("article.app").stream().filter(WebElement::isDisplayed))
                .extracting(WebElement::getText)
                .singleElement()
                .asString()
                .startsWith("default/second");
        assertThat(browser.all("#map .card").stream().filter(WebElement::isDisplayed))
                .hasSize(1);
        assertThat(browser.all("#map .mark").stream().filter(WebElement::isDisplayed))
                .as("dots on the links of the other application")
                .isEmpty();

        new Select(browser.find("#filter")).selectByVisibleText("all");

        assertThat(browser.all("#map .card").stream().filter(WebElement::isDisplayed))
                .hasSize(3);
        assertThat(browser.all("#map .mark").stream().filter(WebElement::isDisplayed))
                .hasSize(2);
    }

    @Test
    void tablesSort() throws IOException {
        browser.open(Scenes.watched().html(), 1400, 1000);
        String capacity = "details.usage:nth-of-type(3) td:nth-child(5)";
        assertThat(browser.texts(capacity)).containsExactly("100 Mbit/s", "2 Mbit/s", "1 Gbit/s");

        WebElement head = browser.find("details.usage:nth-of-type(3) th:nth-child(5) button");
        browser.run("arguments[0].scrollIntoView({block: 'center'})", head);
        head.click();

        assertThat(browser.texts(capacity)).containsExactly("1 Gbit/s", "100 Mbit/s", "2 Mbit/s");
        assertThat(browser.find("details.usage:nth-of-type(3) th:nth-child(5)").getAttribute("aria-sort"))
                .isEqualTo("descending");

        head.sendKeys(Keys.ENTER);

        assertThat(browser.texts(capacity)).containsExactly("2 Mbit/s", "100 Mbit/s", "1 Gbit/s");
    }

    @Test
    void aPlanIsWalkedThrough() throws IOException {
        browser.open(
                Scenes.watched()
                        .with(Failures.after(new Event.LinkDown("south")))
                        .html(),
                1400,
                1000);
        List<WebElement> steps = browser.all(".of-view:not([hidden]) .step");
        assertThat(steps).hasSizeGreaterThanOrEqualTo(2);
        assertThat(browser.find(".plan .back").isEnabled()).isFalse();

        browser.run("arguments[0].scrollIntoView({block: 'center'})", browser.find(".plan .next"));
        browser.find(".plan .next").click();

        assertThat(told()).isEqualTo(steps.get(0).getText());
        assertThat(browser.find(".plan .at").getText()).isEqualTo("step 1 of " + steps.size());
        assertThat(browser.all("#looked-at > *")).isNotEmpty();

        browser.find(".plan .next").sendKeys(Keys.ENTER);

        assertThat(steps.get(1).getAttribute("aria-current")).isEqualTo("step");
        browser.find(".plan .back").click();
        assertThat(steps.get(0).getAttribute("aria-current")).isEqualTo("step");
        browser.shoot("plan");
    }

    @Test
    void whatIsDownShowsInTheViewOfItsFailure() throws IOException {
        browser.open(
                Scenes.watched()
                        .with(Failures.after(new Event.RegionDown("trento")))
                        .with(Failures.after(new Event.LinkDown("radio")))
                        .html(),
                1400,
                1000);
        assertThat(browser.all(".down")).isEmpty();

        browser.find("button[data-view='1']").click();

        assertThat(browser.all(".region.down"))
                .extracting(each -> each.getAttribute("id"))
                .containsExactly("r1");
        assertThat(browser.all(".link.down")).hasSize(2);
        assertThat(browser.find("#r1 .cross").isDisplayed()).isTrue();
        assertThat(browser.find("#view").getAttribute("value")).isEqualTo("1");
        browser.shoot("down");

        new Select(browser.find("#view")).selectByVisibleText("link 'radio' is down");

        assertThat(browser.all(".down"))
                .extracting(each -> each.getAttribute("id"))
                .containsExactly("l2");
    }

    @Test
    void tablesFollowTheView() throws IOException {
        browser.open(
                Scenes.watched()
                        .with(Failures.after(new Event.LinkDown("south")))
                        .with(Failures.after(new Event.RegionDown("rome")))
                        .html(),
                1400,
                1000);
        assertThat(shownRow("button[data-flow='f0-1']")).contains("5.3 ms", "hill south");
        assertThat(usageOf("south")).containsSubsequence("1 Mbit/s", "1 Gbit/s", "0 %");
        assertThat(browser.find("#utilisation-of").getText()).isEmpty();

        new Select(browser.find("#view")).selectByVisibleText("link 'south' is down");

        assertThat(shownRow("button[data-flow='f0-1']"))
                .contains("0.3 ms", "hill")
                .doesNotContain("south");
        assertThat(shownRow("button[data-vertex='v0-2']")).contains("trento-1");
        assertThat(usageOf("south")).containsSubsequence("0 bit/s", "0 bit/s", "0 %");
        assertThat(usageOf("hill")).containsSubsequence("1 Mbit/s", "100 Mbit/s", "1 %");
        assertThat(browser.find("#utilisation-of").getText()).isEqualTo("If link 'south' is down.");
        browser.shoot("tables");

        new Select(browser.find("#view")).selectByVisibleText("region 'rome' is down");

        assertThat(usageOf("radio")).containsSubsequence("0 bit/s", "0 bit/s", "0 %");
        assertThat(browser.texts("tr[data-usage][data-region='r0'] td:nth-child(4)"))
                .startsWith("0 cores");

        new Select(browser.find("#view")).selectByVisibleText("as it is");

        assertThat(shownRow("button[data-flow='f0-1']")).contains("5.3 ms", "hill south");
        assertThat(usageOf("south")).containsSubsequence("1 Mbit/s", "1 Gbit/s", "0 %");
    }

    /** The one row of a table of the application that is shown and has a button. */
    private static String shownRow(String button) {
        List<String> rows = browser.all(".of-view:not([hidden]) tr:has(" + button + ")").stream()
                .map(WebElement::getText)
                .toList();
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private static String usageOf(String link) {
        return browser.all("tr[data-usage]").stream()
                .map(WebElement::getText)
                .filter(text -> text.startsWith(link + " "))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void namesStayText() throws IOException {
        String name = "<script>document.title='owned'</script>\"'><img src=x onerror=\"document.title='owned'\">]]>";
        Infrastructure infrastructure = Infrastructure.builder()
                .add(Region.builder("1" + name).name(name).build())
                .add(Region.builder("2" + name).build())
                .add(Link.builder("l" + name, "1" + name, "2" + name)
                        .bandwidthBps(9)
                        .build())
                .add(ExternalEndpoint.of("e" + name, "1" + name))
                .build();
        Application application = Application.builder(new ApplicationId("n" + name, name))
                .addEndpoint("e" + name)
                .add(Scenes.microservice("m" + name, 1))
                .add(new DataFlow("f" + name, "e" + name, "m" + name, 1, 1))
                .build();
        Placement placement = new Placement(
                Map.of("m" + name, List.of(new Assignment("2" + name, 1, Map.of()))),
                List.of(new Route("f" + name, "1" + name, "2" + name, List.of("l" + name))));
        browser.open(
                Picture.of(infrastructure, Occupancy.NONE)
                        .with(new Running(application, placement))
                        .html(),
                1400,
                1000);

        browser.hover(browser.find("button[data-flow='f0-0']"));

        assertThat(told()).contains("f" + name);
        assertThat(browser.find("h3").getText()).contains(name);
        assertThat(browser.run("return document.title"))
                .asString()
                .contains("<script>")
                .isNotEqualTo("owned");
        assertThat(browser.all("img")).isEmpty();
        assertThat(browser.all("script")).hasSize(2);
    }

    @Test
    void darkIsChosenBySystemAndByHand() throws IOException {
        browser.open(Scenes.watched().html(), 1400, 1000);
        String background = "return getComputedStyle(document.body).backgroundColor";
        browser.prefer("light");
        assertThat(browser.run(background)).isEqualTo("rgb(255, 255, 255)");

        browser.prefer("dark");

        assertThat(browser.run(background)).isEqualTo("rgb(17, 22, 29)");
        boolean told = browser.until(page -> "true".equals(page.find("#theme").getAttribute("aria-pressed")));
        assertThat(told).isTrue();
        browser.shoot("dark");

        browser.find("#theme").click();

        assertThat(browser.run(background)).isEqualTo("rgb(255, 255, 255)");
        assertThat(browser.run("return getComputedStyle(document.querySelector('.i-sea')).fill"))
                .isEqualTo("rgb(243, 246, 249)");
    }

    @Test
    void aDrawingAloneIsDarkWhereThatIsPreferred() throws IOException {
        browser.open("<!DOCTYPE html>" + Scenes.watched().svg(), 1400, 1000);
        String paper = "return getComputedStyle(document.querySelector('svg > .i-paper')).fill";
        browser.prefer("light");
        assertThat(browser.run(paper)).isEqualTo("rgb(255, 255, 255)");

        browser.prefer("dark");

        assertThat(browser.run(paper)).isEqualTo("rgb(17, 22, 29)");
        browser.shoot("drawing-dark");
    }

    @Test
    void printsLightAndWithoutButtons() throws IOException {
        browser.open(Scenes.watched().html(), 1400, 1000);
        browser.prefer("dark");

        String pdf = browser.print();

        assertThat(new String(Base64.getDecoder().decode(pdf), 0, 4, StandardCharsets.US_ASCII))
                .isEqualTo("%PDF");
        assertThat(browser.run("return Array.from(document.styleSheets[0].cssRules)"
                        + ".some(r => r.media && r.media.mediaText === 'print' && r.cssText.includes('.controls'))"))
                .isEqualTo(true);
    }

    /** Tables go on where their heading stands, and on to the next page. */
    @Test
    void printsTablesOverThePagesTheyTake() throws IOException {
        browser.open(Picture.of(Scenes.random(15, 20, 1, 7), Occupancy.NONE).html(), 1400, 1000);

        String pdf = new String(Base64.getDecoder().decode(browser.print()), StandardCharsets.ISO_8859_1);

        assertThat(Pattern.compile("/Type /Page\\b").matcher(pdf).results()).hasSizeBetween(2, 4);
    }

    @Test
    void zoomsAndFitsANarrowWindow() throws IOException {
        browser.open(Scenes.watched().html(), 500, 900);
        assertThat(browser.run("return document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing sticks out at the side")
                .isEqualTo(true);
        browser.shoot("narrow");
        String before = browser.find("#map").getDomAttribute("viewBox");

        browser.run("document.getElementById('closer').click()");

        assertThat(browser.find("#map").getDomAttribute("viewBox")).isNotEqualTo(before);

        browser.run("document.getElementById('whole').click()");

        assertThat(browser.find("#map").getDomAttribute("viewBox")).isEqualTo(before);
    }

    @Test
    void twoHundredRegionsAndFiveHundredLinksOpen() throws IOException {
        Infrastructure large = Scenes.random(200, 500, 1, 7);

        browser.open(Picture.of(large, Occupancy.NONE).html(), 1600, 1200);

        assertThat(browser.all(".region")).hasSize(200);
        assertThat(browser.all(".link")).hasSize(500);
        browser.shoot("large");
    }
}
