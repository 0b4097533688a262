package moot.app.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/**
 * Errors of the API, in the one shape that all have: {@code application/problem+json} (RFC 9457)
 * with {@code type}, {@code title}, {@code status}, {@code detail} and {@code instance}.
 */
public final class Problems {
  private static final String FHIR = "/api/fhir/";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Problems() {}

  /** Whether the one who asked reads JSON: an address of the API. */
  static boolean wanted(HttpServletRequest request) {
    return path(request).startsWith("/api/");
  }

  static void write(HttpServletRequest request, HttpServletResponse response, ErrorWords words)
      throws IOException {
    int status = response.getStatus();
    boolean fhir = path(request).startsWith(FHIR);
    response.setContentType(fhir ? "application/fhir+json" : "application/problem+json");
    response.setCharacterEncoding("UTF-8");
    if (status == HttpServletResponse.SC_UNAUTHORIZED) {
      response.setHeader("WWW-Authenticate", "Bearer realm=\"Moot\"");
    }
    JSON.writeValue(
        response.getOutputStream(),
        fhir ? outcome(status, words) : problem(request, status, words.text()));
  }

  /**
   * An error that says more than its words.
   *
   * @param status of the answer
   * @param name of what it says, for example {@code version}
   * @param value what is written for it, as JSON
   */
  public static ResponseEntity<Map<String, Object>> saying(
      HttpServletRequest request, int status, String detail, String name, Object value) {
    Map<String, Object> problem = problem(request, status, detail);
    problem.put(name, value);
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  private static Map<String, Object> problem(
      HttpServletRequest request, int status, String detail) {
    HttpStatus known = HttpStatus.resolve(status);
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "about:blank");
    problem.put("title", known == null ? "Error" : known.getReasonPhrase());
    problem.put("status", status);
    problem.put("detail", detail);
    problem.put("instance", path(request));
    return problem;
  }

  /** The same as FHIR says it. */
  private static Map<String, Object> outcome(int status, ErrorWords words) {
    String code =
        switch (status) {
          case 401 -> "login";
          case 403 -> "forbidden";
          case 404 -> "not-found";
          case 400, 422 -> "invalid";
          case 405 -> "not-supported";
          default -> "exception";
        };
    Map<String, Object> issue = new LinkedHashMap<>();
    issue.put("severity", "error");
    issue.put("code", code);
    issue.put("diagnostics", words.text());
    Map<String, Object> outcome = new LinkedHashMap<>();
    outcome.put("resourceType", "OperationOutcome");
    outcome.put("issue", List.of(issue));
    return outcome;
  }

  private static String path(HttpServletRequest request) {
    Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return asked == null ? request.getRequestURI() : asked.toString();
  }
}
