package io.fogatlas.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Tests of pages in one real browser, in which none may complain of anything or ask the network for anything. */
abstract class InBrowser {
    static Browser browser;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void needsABrowser() {
        Browser.needed();
        browser = Browser.start(folder);
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void noErrorNoRequest() {
        assertThat(browser.complaints()).as("what the console says").isEmpty();
        assertThat(browser.requests()).as("what is asked of the network").isEmpty();
    }
}
