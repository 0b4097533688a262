package moot.app.access;

/**
 * Who is asking: a person, acting for one party at a time, with a role there. A handler that takes
 * a parameter of this type gets the seat of whoever sent the request.
 *
 * @param id of the seat
 */
public record Seat(long id, long personId, String personName, Party party, Role role) {}
