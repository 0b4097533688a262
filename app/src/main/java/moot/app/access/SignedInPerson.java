package moot.app.access;

import java.io.Serializable;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Who is signed in, as kept in the session.
 *
 * @param id of the person
 */
record SignedInPerson(long id, String personName) implements AuthenticatedPrincipal, Serializable {

  /** By what sessions are found: names and e-mail addresses may change. */
  @Override
  public String getName() {
    return Long.toString(id);
  }
}
