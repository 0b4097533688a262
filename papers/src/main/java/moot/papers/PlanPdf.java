package moot.papers;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** {@code report.pdf}: the same as {@link PlanReport} on A4, its fonts within it. */
public final class PlanPdf {
  /** Free to pass on (Bitstream Vera licence, beside the files), and wide in its characters. */
  private static final String FAMILY = "DejaVu Sans Condensed";

  /** For text in drawings: on paper only the fonts within count, on a screen the page says more. */
  static final String DRAWN_IN = "font-family=\"'DejaVu Sans Condensed', Arial, sans-serif\"";

  static {
    XRLog.setLoggingEnabled(false);
  }

  private PlanPdf() {}

  /** Leaves the stream open. */
  public static void write(Answer answer, OutputStream out) throws IOException {
    write(Pages.text("report.jte", Map.of("page", new ReportPage(answer), "paper", true)), out);
  }

  /** Any page that is well-formed and needs nothing else. */
  static void write(String page, OutputStream out) throws IOException {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    try (BatikSVGDrawer svg = new BatikSVGDrawer()) {
      builder.useSVGDrawer(svg);
      font(builder, "DejaVuSansCondensed.ttf", 400);
      font(builder, "DejaVuSansCondensed-Bold.ttf", 700);
      // Tagged, so that a screen reader finds headings and tables; and only with the fonts within.
      builder.usePdfUaAccessibility(true);
      builder.withProducer("Moot");
      builder.withHtmlContent(page, null);
      builder.toStream(out);
      builder.run();
    }
  }

  private static void font(PdfRendererBuilder builder, String file, int weight) {
    builder.useFont(() -> open(file), FAMILY, weight, FontStyle.NORMAL, true);
  }

  private static InputStream open(String file) {
    InputStream in = PlanPdf.class.getResourceAsStream("fonts/" + file);
    if (in == null) {
      throw new UncheckedIOException(new IOException("font " + file + " is missing from the jar"));
    }
    return in;
  }
}
