package moot.app;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Takes pictures of pages, for looking at them: {@code Pictures ADDRESS NAME FOLDER}. */
public final class Pictures {
  private Pictures() {}

  public static void main(String[] arguments) throws Exception {
    for (int i = 0; i + 2 < arguments.length; i += 3) {
      Path folder = Files.createDirectories(Path.of(arguments[i + 2]));
      for (int width : new int[] {Chromium.DESKTOP, Chromium.PHONE}) {
        take(
            arguments[i],
            width,
            width == Chromium.PHONE ? 844 : 900,
            !Boolean.getBoolean("moot.screen"),
            folder.resolve(arguments[i + 1] + "-" + width + ".png"));
      }
    }
    System.exit(0);
  }

  /** One picture of one page. */
  public static void take(String address, int width, int height, boolean full, Path file) {
    take(null, address, width, height, full, file);
  }

  /** One picture of one page, as this visitor sees it. */
  public static void take(
      @Nullable SignedIn visitor, String address, int width, int height, boolean full, Path file) {
    try (BrowserContext context =
        Chromium.get().newContext(new Browser.NewContextOptions().setViewportSize(width, height))) {
      if (visitor != null) {
        visitor.enter(context);
      }
      Page page = context.newPage();
      page.onConsoleMessage(message -> System.out.println(message.text()));
      page.onPageError(error -> System.out.println(error));
      page.navigate(address);
      page.waitForTimeout(1_500);
      page.screenshot(new Page.ScreenshotOptions().setFullPage(full).setPath(file));
    }
  }
}
