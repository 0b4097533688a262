package moot.formation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirstOfferTest {
  private static final SearchLimits ONE_PERCENT =
      new SearchLimits(Duration.ofSeconds(60), 0.01, 20_000_000, 1);

  @Test
  void aKilometreDoesNotPartWhoWorksTogether() {
    Drawing row = Drawing.of("ABC D EF").lists("A=12000 B=12000 C=12000 E=16000 F=16000");
    FormingPlace today = row.today("ABCD EF").place();

    // With E and F, a kilometre nearer than with A, B and C …
    assertThat(Drawing.groups(best(today, FormingRules.BARE))).isEqualTo("ABC DEF");
    // … but that is not what D would leave its partners for.
    assertThat(Drawing.groups(best(today, FirstOffer.RULES))).isEqualTo("ABCD EF");
  }

  @Test
  void twoNetworksWhereOneWouldDoHaveToBeWorthIt() {
    // Six small practices in one street: two networks of 30,000 would save a few steps each.
    Drawing street = Drawing.of("AB C\n\nDE F").lists("A=8000 B=8000 C=8000 D=8000 E=8000 F=8000");
    FormingRules noMinimum = FirstOffer.RULES.with(new SizeBand(20_000, 50_000, false));

    assertThat(best(street.place(), FormingRules.BARE.with(noMinimum.band())).networks())
        .hasSize(2);
    assertThat(best(street.place(), noMinimum).networks()).hasSize(1);
  }

  @Test
  void theWordsSayTheNumbers() {
    String words = String.join(" ", FirstOffer.inWords());
    assertThat(words)
        .contains("at least 2 km")
        .contains("50,000 km of travel")
        .contains("1.3 km for each patient of a network of 40,000")
        .contains("at most 50,000 patients")
        .contains("short of 30,000 counts 20 km");
  }

  @Test
  void onRealBoardsFewerMoveAndFewerNetworksAreAtTheMinimum() {
    for (String board : List.of("QT6", "QGH", "QVV")) {
      FormingPlace place = EnglandBoards.getBoard(board);
      Plan bare = best(place, FormingRules.BARE);
      Plan offer = best(place, FirstOffer.RULES);
      Plan today = Forming.today(place, FormingRules.BARE);

      assertThat(Forming.compare(offer, today).patientsMoved())
          .as(board)
          .isLessThan(Forming.compare(bare, today).patientsMoved());
      assertThat(offer.networks().size()).as(board).isLessThanOrEqualTo(bare.networks().size());
      assertThat(inBand(offer)).as(board).isGreaterThan(inBand(today));
    }
  }

  private static double inBand(Plan plan) {
    long in =
        plan.networks().stream()
            .filter(n -> 30_000 <= n.patients() && n.patients() <= 50_000)
            .count();
    return (double) in / plan.networks().size();
  }

  private static Plan best(FormingPlace place, FormingRules rules) {
    return Forming.best(place, rules, ONE_PERCENT, Progress.Listener.NONE);
  }
}
