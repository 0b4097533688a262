package moot.formation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import moot.register.PracticeCode;
import org.junit.jupiter.api.Test;

/** What practices want: how far networks meet it, and which doors stay open. */
class WishesTest {
  private final Drawing six = Drawing.of("ABCDEF");

  @Test
  void aPracticeIsAsSatisfiedAsTheShareOfItsWishesThatAreMet() {
    Satisfaction satisfaction =
        Forming.satisfaction(
            draft("North=ABC South=DEF"),
            List.of(
                wish('A', 'B', Wish.WITH),
                wish('A', 'D', Wish.WITH),
                wish('A', 'C', Wish.RATHER_NOT),
                wish('A', 'F', Wish.NEVER),
                wish('A', 'E', Wish.NO_OPINION),
                wish('D', 'E', Wish.NEVER),
                wish('F', 'A', Wish.NO_OPINION)));

    // Of A's wishes, each counting 1 and a never 4, those about B and F are met.
    assertThat(satisfaction.byPractice().get(Drawing.code('A'))).isEqualTo(5.0 / 7, within(1e-12));
    assertThat(satisfaction.byPractice().get(Drawing.code('D'))).isZero();
    // Who has no opinion has not said anything that could be met.
    assertThat(satisfaction.byPractice()).doesNotContainKey(Drawing.code('F'));
    assertThat(satisfaction.mean()).hasValue(5.0 / 14);
    assertThat(Forming.satisfaction(Map.of(), List.of()).mean()).isEmpty();
  }

  @Test
  void whoIsInNoNetworkIsWithNobody() {
    Satisfaction satisfaction =
        Forming.satisfaction(
            draft("North=BC"), List.of(wish('A', 'D', Wish.NEVER), wish('D', 'A', Wish.WITH)));
    assertThat(satisfaction.byPractice().get(Drawing.code('A'))).isEqualTo(1);
    assertThat(satisfaction.byPractice().get(Drawing.code('D'))).isZero();
  }

  @Test
  void theEngineHeedsWhatPracticesWant_andTheOpenFiguresDoNotTellIt() {
    FormingRules open = FormingRules.BARE.with(new SizeBand(20_000, 50_000, false));
    List<Preference> wishes = List.of(wish('C', 'D', Wish.NEVER), wish('D', 'C', Wish.NEVER));
    assertThat(Forming.satisfaction(networks(best(open)), wishes).mean()).hasValue(0);
    Plan with = best(Wish.counted(open, wishes));
    assertThat(Forming.satisfaction(networks(with), wishes).mean()).hasValue(1);

    Plan shown = Forming.withoutPreferences(with);
    assertThat(networks(shown)).isEqualTo(networks(with));
    assertThat(shown.rules()).isEqualTo(open);
    assertThat(shown.parts().preferences()).isZero();
    assertThat(shown.status()).isEqualTo(PlanStatus.PRICED);
    assertThat(shown.bound()).isZero();
    assertThat(shown.cost()).isEqualTo(Forming.priced(six.place(), open, networks(with)).cost());
    assertThat(shown.notes()).singleElement().asString().contains("in confidence");
  }

  @Test
  void whatIsShownStaysTheSameWhereTheNetworksDo() {
    Random random = new Random(20);
    for (int round = 0; round < 50; round++) {
      List<Preference> wishes =
          List.of(
              wish('A', 'F', Wish.values()[random.nextInt(4)]),
              wish('F', 'A', Wish.values()[random.nextInt(4)]));
      Plan shown = Forming.withoutPreferences(best(Wish.counted(FormingRules.BARE, wishes)));
      // A and F are never together, whatever they say, so nothing that is shown may change.
      assertThat(shown).as("seed 20, round %d", round).isEqualTo(expected());
    }
  }

  private Plan expected() {
    return Forming.withoutPreferences(
        best(Wish.counted(FormingRules.BARE, List.of(wish('A', 'F', Wish.NO_OPINION)))));
  }

  @Test
  void aDoorIsANetworkThatWouldHangTogetherWithinTheMaximum() {
    Map<PracticeCode, String> draft = draft("North=AB South=DEF");
    List<Door> doors = doors(six, draft, 'C');
    assertThat(doors).extracting(Door::network).containsExactly("North", "South");
    Door north = doors.getFirst();
    assertThat(north.from()).isNull();
    assertThat(north.patientsBefore()).isEqualTo(20_000);
    assertThat(north.patients()).isEqualTo(30_000);
    assertThat(north.hubBefore()).isEqualTo(Drawing.code('A'));
    assertThat(north.hub()).isEqualTo(Drawing.code('B'));
    assertThat(north.km()).isEqualTo(1);
    // 200 for the shortfall are saved; C's way to B is 10 thousand km.
    assertThat(north.extraCost()).isEqualTo(-200 + 10, within(1e-9));
    assertThat(doors.getLast().hub()).isNotNull();

    // Four of 12,500 are as many as may be.
    assertThat(doors(six.lists("D=25000"), draft, 'C'))
        .extracting(Door::network)
        .containsExactly("North");
  }

  @Test
  void whoSitsInANetworkCanGoToAnother_andThoseWhomItLinkedAreNamed() {
    List<Door> doors = doors(six, draft("North=ABCD South=EF"), 'D');
    assertThat(doors).extracting(Door::network).containsExactly("South");
    assertThat(doors.getFirst().from()).isEqualTo("North");
    assertThat(doors.getFirst().cutOff()).isEmpty();

    List<Door> cutting = doors(Drawing.of("ABC\n.D."), draft("North=ABC South=D"), 'B');
    assertThat(cutting.getFirst().network()).isEqualTo("South");
    assertThat(cutting.getFirst().cutOff()).hasSize(1);
  }

  @Test
  void aDoorForSomeoneElsewhereIsRefused() {
    assertThatThrownBy(() -> doors(six, draft("North=ABC"), 'Z'))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("practice Z: expected one of the 6 practices")
        .hasMessageContaining("Maybe");
  }

  private static List<Door> doors(Drawing drawing, Map<PracticeCode, String> draft, char of) {
    return requireNonNull(
        Forming.doors(drawing.place(), FormingRules.BARE, draft, Set.of(Drawing.code(of)))
            .get(Drawing.code(of)));
  }

  private Plan best(FormingRules rules) {
    return Forming.best(six.place(), rules, SearchLimits.DEFAULT, Progress.Listener.NONE);
  }

  private static Map<PracticeCode, String> networks(Plan plan) {
    Map<PracticeCode, String> networkOf = new TreeMap<>();
    plan.networks()
        .forEach(
            network ->
                network.practices().forEach(practice -> networkOf.put(practice, network.id())));
    return networkOf;
  }

  private static Preference wish(char of, char about, Wish wish) {
    return new Preference(Drawing.code(of), Drawing.code(about), wish.dislike());
  }

  private static Map<PracticeCode, String> draft(String text) {
    Map<PracticeCode, String> draft = new TreeMap<>();
    for (String network : text.split(" ")) {
      String[] parts = network.split("=");
      Drawing.codes(parts[1]).forEach(practice -> draft.put(practice, parts[0]));
    }
    return draft;
  }
}
