package moot.app.imports;

import moot.app.web.ToldToVisitors;

/** Thrown when an upload is too large, too slow, or no form. */
final class UploadRefused extends ToldToVisitors {
  private static final long serialVersionUID = 1L;

  UploadRefused(int status, String message) {
    super(status, message);
  }
}
