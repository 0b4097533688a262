package moot.app.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import moot.app.web.Visitor;
import moot.app.web.Visitors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** Lets through whom {@link AccessTable} lets through. */
@Component
class Doorkeeper implements AuthorizationManager<RequestAuthorizationContext>, Visitors {
  private final CurrentSeat current;
  private final SeatStore seats;
  private final boolean demo;

  Doorkeeper(CurrentSeat current, SeatStore seats, @Value("${moot.demo}") boolean demo) {
    this.current = current;
    this.seats = seats;
    this.demo = demo;
  }

  @Override
  public AuthorizationDecision authorize(
      Supplier<? extends @Nullable Authentication> authentication,
      RequestAuthorizationContext context) {
    HttpServletRequest request = context.getRequest();
    return new AuthorizationDecision(may(request, request.getMethod(), request.getRequestURI()));
  }

  @Override
  public boolean may(HttpServletRequest request, String method, String path) {
    return AccessTable.find(method, path).map(route -> may(request, route.who())).orElse(false);
  }

  private boolean may(HttpServletRequest request, Who who) {
    return switch (who) {
      case Who.Anyone anyone -> true;
      case Who.SignedIn signedIn -> current.findPerson(request).isPresent();
      case Who.Seated seated -> current.find(request).filter(seated::has).isPresent();
    };
  }

  @Override
  public Optional<Visitor> find(HttpServletRequest request) {
    return current
        .findPerson(request)
        .map(
            person -> {
              Optional<Seat> seat = current.find(request);
              return new Visitor(
                  person.personName(),
                  seat.map(Seat::id).orElse(null),
                  seat.map(s -> s.party().name()).orElse(""),
                  seat.map(s -> s.role().words()).orElse(""),
                  seats.listOfPerson(person.id()).size() > 1);
            });
  }

  @Override
  public boolean demo() {
    return demo;
  }
}
