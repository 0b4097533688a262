package moot.formation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import moot.register.PracticeCode;
import org.junit.jupiter.api.Test;

/** A few of England's boards, where the data is there: proved, and far better than today. */
class RealBoardsTest {
  private static final List<String> FAST = List.of("QUY", "QT6", "QNQ", "QPM", "QVV");

  @Test
  void provedByTheDefaultCost() {
    for (String board : FAST) {
      FormingPlace place = EnglandBoards.getBoard(board);
      Plan plan =
          Forming.best(place, FormingRules.BARE, SearchLimits.DEFAULT, Progress.Listener.NONE);
      Plan today = Forming.today(place, FormingRules.BARE);

      assertThat(plan.status()).as(board).isEqualTo(PlanStatus.PROVED_OPTIMAL);
      assertThat(plan.bound()).as(board).isBetween(plan.cost() * (1 - 1e-6), plan.cost());
      assertThat(plan.cost()).as(board).isLessThan(today.cost());
      Set<PracticeCode> placed = new TreeSet<>();
      for (PlanNetwork network : plan.networks()) {
        placed.addAll(network.practices());
        assertThat(network.connected()).as("%s %s", board, network.id()).isTrue();
        assertThat(network.patients() <= 50_000 || network.practices().size() == 1)
            .as("%s %s has %d patients", board, network.id(), network.patients())
            .isTrue();
      }
      assertThat(placed).as(board).hasSize(place.practices().size());
    }
  }

  @Test
  void provedWithManyPartsOfTheCostAndAGivenNumberOfNetworks() {
    for (String board : FAST) {
      FormingPlace place = EnglandBoards.getBoard(board);
      int networks =
          1
              + Forming.best(place, FormingRules.BARE, SearchLimits.DEFAULT, Progress.Listener.NONE)
                  .networks()
                  .size();
      FormingRules rules =
          FormingRules.BARE
              .with(new CostWeights(1, 20, 2, 1, 0.5, 0.1, 20, 0, 0))
              .with(new NetworkCount(networks, networks));
      Plan plan = Forming.best(place, rules, SearchLimits.DEFAULT, Progress.Listener.NONE);
      assertThat(plan.status()).as(board).isEqualTo(PlanStatus.PROVED_OPTIMAL);
      assertThat(plan.networks()).as(board).hasSize(networks);
    }
  }
}
