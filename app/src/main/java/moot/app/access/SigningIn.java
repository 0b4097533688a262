package moot.app.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/** Begins and ends sessions, and asks for the second factor in between. */
@Component
public class SigningIn {
  private static final String HALFWAY = "moot.halfway";

  private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
  private final CsrfTokenRepository tokens;
  private final CurrentSeat current;
  private final Passwords accounts;
  private final SecondFactors factors;
  private final SeatStore seats;
  private final Attempts attempts;

  SigningIn(
      CsrfTokenRepository tokens,
      CurrentSeat current,
      Passwords accounts,
      SecondFactors factors,
      SeatStore seats,
      Attempts attempts) {
    this.tokens = tokens;
    this.current = current;
    this.accounts = accounts;
    this.factors = factors;
    this.seats = seats;
    this.attempts = attempts;
  }

  /**
   * Somebody's password was right, or another provider knows them: signs them in, unless they owe a
   * code first.
   *
   * @param next the page that they came for
   * @return the page to go to now
   */
  String recognise(
      SignedInPerson person,
      String next,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (factors.isOn(person.id())) {
      end(request, response);
      HttpSession session = request.getSession(true);
      session.setAttribute(HALFWAY, new Halfway(person.id(), Instant.now(), next));
      // Belongs to the person already, so that it ends with their other sessions.
      session.setAttribute(
          FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, Long.toString(person.id()));
      return "/sign-in/code";
    }
    begin(person, Optional.empty(), request, response);
    return first(person, next);
  }

  /** Who still owes a code in this session. */
  Optional<Halfway> findHalfway(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null
            && session.getAttribute(HALFWAY) instanceof Halfway halfway
            && !halfway.isOver(Instant.now())
        ? Optional.of(halfway)
        : Optional.empty();
  }

  /**
   * Signs in who owed a code, if it is right.
   *
   * @return the page to go to now; empty when the code is wrong
   */
  Optional<String> complete(
      Halfway halfway, String code, HttpServletRequest request, HttpServletResponse response) {
    if (!factors.use(halfway.person(), code)) {
      return Optional.empty();
    }
    SignedInPerson person =
        accounts
            .findPerson(halfway.person())
            .orElseThrow(() -> new IllegalStateException("no person " + halfway.person()));
    begin(person, Optional.empty(), request, response);
    return Optional.of(first(person, halfway.next()));
  }

  private String first(SignedInPerson person, String next) {
    if (seats.listOfPerson(person.id()).size() == 1) {
      return next;
    }
    return next.equals("/")
        ? "/seats"
        : "/seats?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
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

  /**
   * Counts a code that somebody has sent, before it is looked at.
   *
   * @throws moot.app.web.ToldToVisitors when there were too many wrong ones
   */
  public void countCode(long person, HttpServletRequest request) {
    attempts.count(request.getRemoteAddr(), codeOf(person));
  }

  /** The last code was right. */
  public void codeWasRight(long person) {
    attempts.succeeded(codeOf(person));
  }

  /**
   * Counts a password that somebody who is signed in has sent, with those of the sign-in.
   *
   * @throws moot.app.web.ToldToVisitors when there were too many wrong ones
   */
  public void countPassword(String email, HttpServletRequest request) {
    attempts.count(request.getRemoteAddr(), email);
  }

  private static String codeOf(long person) {
    return "code of person " + person;
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
