package moot.app.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/** Begins and ends sessions. */
@Component
public class SigningIn {
  private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
  private final CsrfTokenRepository tokens;
  private final CurrentSeat current;
  private final Passwords accounts;

  SigningIn(CsrfTokenRepository tokens, CurrentSeat current, Passwords accounts) {
    this.tokens = tokens;
    this.current = current;
    this.accounts = accounts;
  }

  /** Signs in a person whom somebody else has recognised. */
  public void begin(long person, HttpServletRequest request, HttpServletResponse response) {
    begin(
        accounts
            .findPerson(person)
            .orElseThrow(() -> new IllegalArgumentException("no person " + person)),
        Optional.empty(),
        request,
        response);
  }

  /**
   * Signs a person in, in a session of its own: whatever the visitor's browser sent before is of no
   * use any more.
   */
  void begin(
      SignedInPerson person,
      Optional<Seat> seat,
      HttpServletRequest request,
      HttpServletResponse response) {
    end(request, response);
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(person, null, List.of()));
    SecurityContextHolder.setContext(context);
    request.getSession(true);
    contexts.saveContext(context, request, response);
    seat.ifPresent(picked -> current.pick(request, picked));
  }

  /** Signs out. */
  void end(HttpServletRequest request, HttpServletResponse response) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    SecurityContextHolder.clearContext();
    tokens.saveToken(null, request, response);
  }

  /** Who is signed in: the number of the person. */
  public Optional<Long> find() {
    return current.findPerson().map(SignedInPerson::id);
  }
}
