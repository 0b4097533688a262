package moot.app.forming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import moot.formation.FirstOffer;
import moot.formation.FormingPlace;
import moot.formation.FormingPractice;
import moot.formation.Lock;
import moot.register.NetworkCode;
import moot.register.PlaceCode;
import moot.register.Position;
import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WishesFormTest {
  private static final FormingPlace PLACE =
      new FormingPlace(
          new PlaceCode("X"),
          "X",
          List.of(practice("A1", "N1"), practice("B2", "N1"), practice("C3", "N2")),
          null,
          Map.of());

  @Test
  void theFirstOfferGoesThroughTheFormUnchanged() {
    WishesForm form = WishesForm.of(Wishes.firstOffer());
    Wishes read = WishesForm.read(form.values(), PLACE).wishes().orElseThrow();
    assertThat(read).isEqualTo(Wishes.firstOffer());
    assertThat(read.rules()).isEqualTo(FirstOffer.RULES);
  }

  @Test
  void locksAreWrittenAsPeopleWriteThem() {
    Wishes wishes =
        read(Map.of("together", "a1, b2\n\n", "apart", "A1;C3", "stay", "n1", "leaveOut", "c3"))
            .wishes()
            .orElseThrow();
    assertThat(wishes.rules().locks())
        .containsExactlyInAnyOrder(
            new Lock.Together(Set.of(code("A1"), code("B2"))),
            new Lock.Apart(Set.of(code("A1"), code("C3"))),
            new Lock.Stay(new NetworkCode("N1")),
            new Lock.LeaveOut(code("C3")));
  }

  @Test
  void theMostStablePlanGoesThroughTheForm_andHasNoAlternatives() {
    Wishes stable = Wishes.firstOffer().asMostStable().withTiesCurve();
    assertThat(WishesForm.read(WishesForm.of(stable).values(), PLACE).wishes()).contains(stable);
    assertThat(read(Map.of("mostStable", "yes", "alternatives", "2")).form().error("alternatives"))
        .contains("expected none", "Maybe");
  }

  @Test
  void withoutNetworksTodayThereAreNoTiesToTrade() {
    FormingPlace nobody =
        new FormingPlace(PLACE.code(), "X", List.of(practice("A1", null)), null, Map.of());
    assertThat(WishesForm.read(Map.of("tiesCurve", "yes"), nobody).form().error("tiesCurve"))
        .contains("no ties", "Maybe");
  }

  @ParameterizedTest
  @CsvSource({
    "min, thirty",
    "min, -1",
    "min, 60000",
    "max, 99999999999999999999",
    "ties, NaN",
    "ties, -0.1",
    "travel, 1e9",
    "networksTo, 0",
    "curveFrom, 5",
    "together, A1",
    "together, A1 Z9",
    "stay, N9",
    "leaveOut, Z9",
    "minutes, 100000",
  })
  void whatCannotBeIsSaidAtItsField(String field, String value) {
    WishesForm.Reading reading = read(Map.of(field, value));
    assertThat(reading.wishes()).isEmpty();
    assertThat(reading.form().errors()).hasSize(1);
    String error = reading.form().errors().values().iterator().next();
    assertThat(error).contains("Maybe").endsWith("?");
    assertThat(reading.form().value(field)).as("stays in the form").isEqualTo(value);
  }

  @Test
  void whatWasAskedCanBeAskedAgain() {
    Wishes wishes =
        read(Map.of("together", "A1 B2", "networksTo", "4", "curveFrom", "2", "curveTo", "5"))
            .wishes()
            .orElseThrow();
    assertThat(WishesForm.read(WishesForm.of(wishes).values(), PLACE).wishes()).contains(wishes);
  }

  private static WishesForm.Reading read(Map<String, String> changed) {
    Map<String, String> sent = new HashMap<>(WishesForm.of(Wishes.firstOffer()).values());
    sent.putAll(changed);
    return WishesForm.read(sent, PLACE);
  }

  private static FormingPractice practice(String code, @Nullable String network) {
    return new FormingPractice(
        code(code),
        code,
        new Position(1, 1),
        1000,
        network == null ? null : new NetworkCode(network),
        null,
        null,
        null);
  }

  private static PracticeCode code(String code) {
    return new PracticeCode(code);
  }
}
