package moot.app.imports;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import moot.app.web.Visitors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes uploads in before anything else looks at the form, and hands it on as a plain one whose
 * files are already on the disk. They are removed when the request is over. Of a request whose
 * sender may not import, no byte of the body is kept.
 */
final class UploadFilter extends OncePerRequestFilter {
  static final String PATH = "/imports";

  private static final long DRAINED_FOR = 1_000_000_000L;

  private final UploadReader reader;
  private final Semaphore places;
  private final Visitors visitors;

  UploadFilter(UploadLimits limits, Visitors visitors) {
    this.visitors = visitors;
    this.reader = new UploadReader(limits);
    this.places = new Semaphore(limits.atOnce());
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String type = request.getContentType();
    return !request.getMethod().equals("POST")
        || !request.getRequestURI().equals(PATH)
        || type == null
        || !type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!visitors.may(request, "POST", PATH)) {
      boolean nobody = visitors.find(request).isEmpty();
      refuse(
          request,
          response,
          new UploadRefused(
              nobody ? 401 : 403,
              nobody
                  ? "Nothing was taken in, because nobody is signed in. Maybe your session has ended? Sign in again."
                  : "You act for a party that does not import files. This is open to administrators of the place. Maybe you act for another party too?"));
      return;
    }
    if (!places.tryAcquire()) {
      refuse(
          request,
          response,
          new UploadRefused(
              503, "Other files are on their way already. Maybe try again in a minute?"));
      return;
    }
    try {
      Upload upload;
      try {
        upload = reader.read(request);
      } catch (UploadRefused e) {
        refuse(request, response, e);
        return;
      }
      try (upload) {
        request.setAttribute(Upload.ATTRIBUTE, upload);
        chain.doFilter(new PlainForm(request, upload), response);
      }
    } finally {
      places.release();
    }
  }

  /**
   * Answers at once. Left to itself the server would first wait for what is still being sent, and
   * who sends slowly is refused just for that.
   */
  private static void refuse(
      HttpServletRequest request, HttpServletResponse response, UploadRefused why)
      throws ServletException, IOException {
    response.setHeader("Connection", "close");
    response.setStatus(why.status());
    request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, why.status());
    request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, why);
    request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
    HttpServletRequest asked =
        new HttpServletRequestWrapper(request) {
          @Override
          public String getMethod() {
            return "GET";
          }

          /** None, lest the page's own servlet sets about reading the form. */
          @Override
          public @Nullable String getContentType() {
            return null;
          }
        };
    request.getRequestDispatcher("/error").forward(asked, response);
    response.flushBuffer();
    drain(request.getInputStream());
  }

  /** Most browsers look at the answer only when they could send all; they get a moment for it. */
  private static void drain(InputStream rest) {
    byte[] buffer = new byte[1 << 16];
    long end = System.nanoTime() + DRAINED_FOR;
    try {
      while (System.nanoTime() < end) {
        if (rest.available() == 0) {
          Thread.sleep(20);
        } else if (rest.read(buffer) < 0) {
          return;
        }
      }
    } catch (IOException e) {
      // The sender has gone, which is as well.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The request without its body, which has been read: its fields as plain parameters. */
  private static final class PlainForm extends HttpServletRequestWrapper {
    private final Map<String, String[]> parameters = new HashMap<>();

    PlainForm(HttpServletRequest request, Upload upload) {
      super(request);
      upload.fields().forEach((name, value) -> parameters.put(name, new String[] {value}));
    }

    @Override
    public String getContentType() {
      return "application/x-www-form-urlencoded";
    }

    @Override
    public @Nullable String getParameter(String name) {
      String[] values = parameters.get(name);
      return values == null ? null : values[0];
    }

    @Override
    public Map<String, String[]> getParameterMap() {
      return Collections.unmodifiableMap(parameters);
    }

    @Override
    public Enumeration<String> getParameterNames() {
      return Collections.enumeration(parameters.keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
      return parameters.get(name);
    }
  }
}
