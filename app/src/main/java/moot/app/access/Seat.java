package moot.app.access;

/**
 * Who is asking: a person, acting for one party at a time, with a role there. A handler that takes
 * a parameter of this type gets the seat of whoever sent the request.
 *
 * @param id of the seat; below 0 for that of a program, which comes with a token
 * @param personId who sits there; for a program whoever made its token
 */
public record Seat(long id, long personId, String personName, Party party, Role role) {

  /** Whether a program sits there. */
  public boolean isProgram() {
    return id < 0;
  }
}
