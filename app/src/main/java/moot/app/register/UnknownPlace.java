package moot.app.register;

import moot.app.web.ToldToVisitors;
import moot.register.PlaceCode;

/** Thrown when the register knows of no practice in a place. */
public final class UnknownPlace extends ToldToVisitors {
  private static final long serialVersionUID = 1L;

  public UnknownPlace(PlaceCode code) {
    super(
        404,
        ("place %s: expected the code of a board, a sub-ICB location or a place with practices in the"
                + " register. Maybe the file that names its practices has not been imported yet?")
            .formatted(code));
  }
}
