package moot.app.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import moot.app.access.Party;
import moot.app.access.Role;

/**
 * A seat that is offered to somebody.
 *
 * @param name of whom it is meant for; empty when not known
 * @param email of the account that may take it
 * @param expires from then on the link is of no use
 */
public record Invitation(
    long id, Party party, Role role, String name, String email, Instant expires) {
  static Invitation of(ResultSet rs, Party party) throws SQLException {
    return new Invitation(
        rs.getLong("id"),
        party,
        Role.valueOf(rs.getString("role")),
        rs.getString("name"),
        rs.getString("email"),
        rs.getTimestamp("expires_at").toInstant());
  }
}
