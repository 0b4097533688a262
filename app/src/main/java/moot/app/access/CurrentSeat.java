package moot.app.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import moot.app.web.ToldToVisitors;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The seat from which a request is sent: the one picked last in this session, looked up anew for
 * each request, so that a seat that was ended is of no use from that moment on.
 */
@Component
public class CurrentSeat {
  static final String PICKED = "moot.seat";
  private static final String FOUND = CurrentSeat.class.getName();
  private static final String PERSON = FOUND + ".person";

  private final SeatStore seats;

  CurrentSeat(SeatStore seats) {
    this.seats = seats;
  }

  /**
   * The seat of whoever sent the request that this thread answers.
   *
   * @throws ToldToVisitors when there is none
   */
  public Seat get() {
    if (RequestContextHolder.currentRequestAttributes() instanceof ServletRequestAttributes at) {
      return get(at.getRequest());
    }
    throw new IllegalStateException("asked for a seat outside of a request");
  }

  Seat get(HttpServletRequest request) {
    return find(request)
        .orElseThrow(
            () ->
                new ToldToVisitors(
                    403, "Nobody is seated. Maybe sign in, or pick the party to act for?"));
  }

  /** The same, if there is one. */
  public Optional<Seat> find(HttpServletRequest request) {
    if (request.getAttribute(FOUND) instanceof Seat known) {
      return Optional.of(known);
    }
    Optional<SignedInPerson> person = findPerson(request);
    if (person.isEmpty()) {
      return Optional.empty();
    }
    Optional<Seat> seat = look(person.get(), request.getSession(false));
    seat.ifPresent(found -> request.setAttribute(FOUND, found));
    return seat;
  }

  private Optional<Seat> look(
      SignedInPerson person, @org.jspecify.annotations.Nullable HttpSession session) {
    if (session != null && session.getAttribute(PICKED) instanceof Long picked) {
      return seats.find(person.id(), picked);
    }
    // Who holds one seat has nothing to pick.
    List<Seat> held = seats.listOfPerson(person.id());
    return held.size() == 1 ? Optional.of(held.getFirst()) : Optional.empty();
  }

  /** Who is signed in, seated or not. */
  Optional<SignedInPerson> findPerson() {
    Authentication known = SecurityContextHolder.getContext().getAuthentication();
    return known != null && known.getPrincipal() instanceof SignedInPerson person
        ? Optional.of(person)
        : Optional.empty();
  }

  /** The same, also on the page that tells of an error, for which no session is looked up. */
  Optional<SignedInPerson> findPerson(HttpServletRequest request) {
    Optional<SignedInPerson> person = findPerson();
    person.ifPresent(found -> request.setAttribute(PERSON, found));
    return person.or(
        () ->
            request.getAttribute(PERSON) instanceof SignedInPerson known
                ? Optional.of(known)
                : Optional.empty());
  }

  /**
   * The number of whoever is signed in themselves; a program, which came with a token, is nobody.
   */
  public Optional<Long> findInPerson() {
    return seatOfRequest().filter(Seat::isProgram).isPresent()
        ? Optional.empty()
        : findPerson().map(SignedInPerson::id);
  }

  private static Optional<Seat> seatOfRequest() {
    return RequestContextHolder.currentRequestAttributes() instanceof ServletRequestAttributes at
            && at.getRequest().getAttribute(FOUND) instanceof Seat seat
        ? Optional.of(seat)
        : Optional.empty();
  }

  /** Seats whoever sent this one request, without a session: a program that came with a token. */
  public void sit(HttpServletRequest request, Seat seat) {
    SignedInPerson person = new SignedInPerson(seat.personId(), seat.personName());
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(person, null, List.of()));
    SecurityContextHolder.setContext(context);
    request.setAttribute(FOUND, seat);
  }

  void pick(HttpServletRequest request, Seat seat) {
    request.getSession().setAttribute(PICKED, seat.id());
    request.setAttribute(FOUND, seat);
  }
}
