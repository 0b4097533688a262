package moot.app.web;

/**
 * An error whose message is meant for the visitor: says what was given, what was expected, and ends
 * with a sentence that begins "Maybe".
 */
public class ToldToVisitors extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  /**
   * @param status of the HTTP answer, for example 404
   */
  public ToldToVisitors(int status, String message) {
    super(message);
    this.status = status;
  }

  public int status() {
    return status;
  }

  @Override
  public String getMessage() {
    String message = super.getMessage();
    return message == null ? "" : message;
  }
}
