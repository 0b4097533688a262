package moot.app.access;

import moot.app.web.ToldToVisitors;
import moot.register.PlaceCode;

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

  /**
   * The place at whose table the party sits.
   *
   * @throws ToldToVisitors (404) for a party that sits at none
   */
  public PlaceCode getPlace() {
    PlaceCode place = party.place();
    if (place == null) {
      throw new ToldToVisitors(
          404, "%s sits at no place's table. Maybe act for another party?".formatted(party.name()));
    }
    return place;
  }

  /**
   * @throws ToldToVisitors (403) for whoever may look but not edit
   */
  public void checkEdits() {
    if (!role.edits()) {
      throw new ToldToVisitors(
          403,
          "You look at the table for %s as a %s: expected somebody who may edit. Maybe its administrator can give you the role?"
              .formatted(party.name(), role.words()));
    }
  }
}
