package dev.hilo.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** The Chromium of the system, without a screen; tests are skipped where there is none. */
final class Chromium implements AutoCloseable {

    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** Reports what the policy forbade to the console, where {@link #complaints} finds it. */
    private static final String WATCH = "document.addEventListener('securitypolicyviolation',"
            + " e => console.error('policy: ' + e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sample));";

    private final URI address;
    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private boolean agrees;
    private final List<BrowserContext> contexts = new ArrayList<>();

    private Chromium(URI address, Path program) {
        this.address = address;
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(FLAGS));
    }

    static void require() {
        assumeTrue(program() != null, "There is no Chromium; install it: apt-get install chromium");
    }

    static Chromium at(URI address) {
        return new Chromium(address, program());
    }

    private static Path program() {
        return Stream.of(System.getenv("PATH").split(":"))
                .flatMap(folder -> Stream.of(Path.of(folder, "chromium"), Path.of(folder, "chromium-browser")))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    /** An empty page of a visitor whom nobody knows. */
    Page visitor(String language, ColorScheme colours, int width, int height) {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(address.toString())
                .setLocale(language)
                .setColorScheme(colours)
                .setViewportSize(width, height));
        contexts.add(context);
        context.addInitScript(WATCH);
        var page = context.newPage();
        page.setDefaultTimeout(20_000);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) complaints.add(page.url() + ": " + message.text());
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        page.onDialog(dialog -> {
            if (agrees) {
                dialog.accept();
                return;
            }
            complaints.add(page.url() + ": a dialog says " + dialog.message());
            dialog.dismiss();
        });
        return page;
    }

    /** Answers yes to whatever is asked meanwhile. */
    void agreeing(Runnable work) {
        agrees = true;
        work.run();
        agrees = false;
    }

    /** What went wrong in the pages since the last time: errors, dialogs, what the policy forbade. */
    List<String> complaints() {
        var all = List.copyOf(complaints);
        complaints.clear();
        return all;
    }

    void assertNoComplaints() {
        assertThat(complaints()).isEmpty();
    }

    @Override
    public void close() {
        contexts.forEach(BrowserContext::close);
        browser.close();
        playwright.close();
    }
}
