package moot.app.register;

import moot.register.PlaceCode;

/** Thrown when the register knows of no practice in a place. */
public final class UnknownPlace extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnknownPlace(PlaceCode code) {
    super(
        ("place %s: expected the code of a board, a sub-ICB location or a place with practices in the"
                + " register. Maybe the file that names its practices has not been imported yet?")
            .formatted(code));
  }
}
