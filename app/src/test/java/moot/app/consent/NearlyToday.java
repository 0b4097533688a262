package moot.app.consent;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import moot.app.access.Seat;
import moot.app.register.RegisterStore;
import moot.formation.FormingPractice;
import moot.register.NetworkCode;
import moot.register.PracticeCode;
import moot.sample.Mereshire;
import org.springframework.context.annotation.Fallback;
import org.springframework.stereotype.Component;

/** A shared draft for the pages' tests: today's networks, and a new one of the first practice. */
@Component
@Fallback
class NearlyToday implements ProposedPlans {
  private final RegisterStore register;

  NearlyToday(RegisterStore register) {
    this.register = register;
  }

  @Override
  public List<Shared> listShared(Seat seat) {
    return Mereshire.PLACE.equals(seat.party().place())
        ? List.of(new Shared(1, 4, "Nearly today"))
        : List.of();
  }

  @Override
  public Optional<Assignment> findShared(Seat seat, long draft) {
    Map<PracticeCode, String> networks = new TreeMap<>();
    for (FormingPractice practice : register.getFormingPlace(Mereshire.PLACE).practices()) {
      NetworkCode network = practice.today();
      if (network != null) {
        networks.put(practice.code(), networks.isEmpty() ? "Quayside" : network.value());
      }
    }
    return listShared(seat).stream()
        .filter(shared -> shared.draft() == draft)
        .map(shared -> new Assignment(shared, networks))
        .findFirst();
  }
}
