package io.fogatlas.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.placement.pareto.ParetoFront;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Opens the pages of fronts, in which every name is one that would run if it were not taken as text, in a real browser. */
final class FrontPageIT extends InBrowser {
    private static void open(ParetoFront front, int width) throws IOException {
        browser.open(FrontPicture.of(FrontPictureTest.REQUEST, front).html(), width, 1000);
    }

    private static List<String> shown() {
        return browser.all("section").stream()
                .filter(WebElement::isDisplayed)
                .map(section -> section.getAttribute("id"))
                .toList();
    }

    @Test
    void aPointOfTheTableShowsWhatItPlacesWhere() throws IOException {
        open(FrontPictureTest.two(), 1000);
        assertThat(shown()).isEmpty();

        browser.find("td a[href='#point-2']").click();

        assertThat(shown()).containsExactly("point-2");
        assertThat(browser.find("#point-2").getText()).contains(FrontPictureTest.NAME);
        browser.shoot("front");
    }

    @Test
    void aPointOfThePlotShowsItToThePointerAndTheKeyboard() throws IOException {
        open(FrontPictureTest.three(), 1000);

        browser.find("svg a[href='#point-2'] circle:last-of-type").click();
        assertThat(shown()).containsExactly("point-2");

        open(FrontPictureTest.three(), 1000);
        browser.press(Keys.TAB);
        browser.press(Keys.ENTER);
        assertThat(shown()).containsExactly("point-1");
    }

    @Test
    void theDarkIsChosenBySystemForTextAndPlot() throws IOException {
        open(FrontPictureTest.two(), 1000);
        String body = "return getComputedStyle(document.body).backgroundColor";
        String plot = "return getComputedStyle(document.querySelector('svg .i-paper')).fill";
        browser.prefer("light");
        assertThat(browser.run(body)).isEqualTo("rgb(255, 255, 255)");
        assertThat(browser.run(plot)).isEqualTo("rgb(255, 255, 255)");

        browser.prefer("dark");

        assertThat(browser.run(body)).isEqualTo("rgb(17, 22, 29)");
        assertThat(browser.run(plot)).isEqualTo("rgb(17, 22, 29)");
        browser.shoot("front-dark");
        browser.prefer("light");
    }

    @Test
    void fitsANarrowWindow() throws IOException {
        open(FrontPictureTest.three(), 500);

        assertThat(browser.run("return document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing sticks out at the side")
                .isEqualTo(true);
        browser.shoot("front-narrow");
    }
}
