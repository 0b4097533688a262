package moot.app;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** The machine's own Chromium; none is ever fetched. One for all tests. */
public final class Chromium {
  public static final int DESKTOP = 1280;
  public static final int PHONE = 390;

  private static @Nullable Browser browser;

  private Chromium() {}

  /** Where the machine's Chromium or Chrome is, if it has one. */
  public static Optional<Path> find() {
    return Stream.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
        .flatMap(
            name ->
                Stream.of(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** The browser; a test that asks for it is skipped, saying why, where there is none. */
  public static synchronized Browser get() {
    Browser running = browser;
    if (running != null) {
      return running;
    }
    Optional<Path> program = find();
    Assumptions.assumeTrue(
        program.isPresent(),
        "no Chromium on this machine, so no page was tried in a browser. Maybe install the package chromium?");
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    running =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(program.orElseThrow())
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync",
                            "--disable-dev-shm-usage")));
    browser = running;
    return running;
  }
}
