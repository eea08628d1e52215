package io.fogatlas.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.regex.Pattern;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.FluentWait;

/** Debian's Chromium without a window, driven by ChromeDriver; both are looked for in /usr/bin. */
final class Browser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Pattern REQUEST = Pattern.compile("\"Network.requestWillBeSent\".*?\"url\":\"([^\"]*)\"");

    private final ChromeDriver driver;
    private final Path folder;

    private Browser(ChromeDriver driver, Path folder) {
        this.driver = driver;
        this.folder = folder;
    }

    /** Skips the tests where there is no browser, unless {@code -Dfogatlas.it.required=true} demands one. */
    static void needed() {
        boolean there = Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
        assertThat(there || !Boolean.getBoolean("fogatlas.it.required"))
                .as("a browser is required; install Debian's packages chromium and chromium-driver")
                .isTrue();
        assumeTrue(there, "there is no browser; install Debian's packages chromium and chromium-driver");
    }

    /** Starts a browser that keeps what it writes in a folder. */
    static Browser start(Path folder) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--force-prefers-reduced-motion",
                "--user-data-dir=" + folder.resolve("profile"));
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .withLogFile(folder.resolve("chromedriver.log").toFile())
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.get("about:blank");
        // What the browser's own first page did is none of ours.
        driver.manage().logs().get(LogType.PERFORMANCE);
        return new Browser(driver, folder);
    }

    /** Opens a page in a window of a size. */
    void open(String html, int width, int height) throws IOException {
        Path file = Files.writeString(folder.resolve("page.html"), html, StandardCharsets.UTF_8);
        driver.manage().window().setSize(new Dimension(width, height));
        driver.get(file.toUri().toString());
    }

    /** What the page complained of since it was last asked. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** The addresses that were asked for, but for the page itself. */
    List<String> requests() {
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(LogEntry::getMessage)
                .flatMap(message -> REQUEST.matcher(message).results().map(found -> found.group(1)))
                .filter(address -> !address.endsWith("/page.html"))
                .toList();
    }

    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    List<String> texts(String selector) {
        return all(selector).stream()
                .map(element -> element.getAttribute("textContent"))
                .toList();
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    Actions actions() {
        return new Actions(driver);
    }

    /** Moves the pointer onto something. */
    void hover(WebElement element) {
        new Actions(driver).moveToElement(element).perform();
    }

    /** Presses keys, wherever the focus is. */
    void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** Waits until something holds, for some seconds at most. */
    <T> T until(Function<Browser, T> condition) {
        return new FluentWait<>(this).withTimeout(Duration.ofSeconds(20)).until(condition);
    }

    /** Lets pages believe that a person prefers light or dark. */
    void prefer(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** Prints the page; the answer is a PDF, in base 64. */
    String print() {
        return String.valueOf(
                driver.executeCdpCommand("Page.printToPDF", Map.of()).get("data"));
    }

    /** Keeps a picture of the window, for people to look at. */
    void shoot(String name) throws IOException {
        File shot = driver.getScreenshotAs(OutputType.FILE);
        Path folderOfShots = Files.createDirectories(Path.of("target", "screenshots"));
        Files.copy(shot.toPath(), folderOfShots.resolve(name + ".png"), StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
