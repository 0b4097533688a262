package moot.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who was in this network on 1 January, as we knew it in April. */
class HistoryTest {
  private static final LocalDate JANUARY = LocalDate.of(2025, 1, 1);
  private static final LocalDate APRIL = LocalDate.of(2025, 4, 30);
  private static final LocalDate OCTOBER = LocalDate.of(2025, 10, 1);
  private static final LocalDate NOVEMBER = LocalDate.of(2025, 11, 1);

  private final List<Known<Fact.Relation>> said = new ArrayList<>();

  private Source file(LocalDate extractDate) {
    return new Source(said.size() + 1, "file", "kind", "0".repeat(64), extractDate);
  }

  private void says(Source file, String practice, @Nullable String network, Span span) {
    said.add(new Known<>(new Fact.Relation(RelationKind.MEMBER_OF, practice, network, span), file));
  }

  private @Nullable String network(String practice, LocalDate trueDate, LocalDate knownDate) {
    return History.findAsOf(said, RelationKind.MEMBER_OF, practice, trueDate, knownDate)
        .map(known -> known.fact().to())
        .orElse(null);
  }

  @Test
  void whatBecameKnownLaterIsNotKnownBefore() {
    says(file(JANUARY), "A", "U1", Span.since(LocalDate.of(2019, 10, 1)));
    says(file(OCTOBER), "A", "U2", Span.since(LocalDate.of(2024, 12, 1)));

    assertThat(network("A", JANUARY, APRIL)).isEqualTo("U1");
    assertThat(network("A", JANUARY, NOVEMBER)).isEqualTo("U2");
  }

  @Test
  void aFileThatShowsOneDayIsNeverProjectedBack() {
    says(file(OCTOBER), "A", "U1", Span.seenOn(OCTOBER));

    assertThat(network("A", JANUARY, NOVEMBER)).isNull();
    assertThat(network("A", OCTOBER, NOVEMBER)).isEqualTo("U1");
    assertThat(network("A", NOVEMBER, NOVEMBER)).as("until otherwise known").isEqualTo("U1");
  }

  @Test
  void aLaterDaySeenDoesNotRewriteTheSpellBefore() {
    says(file(JANUARY), "A", "U1", Span.since(LocalDate.of(2019, 10, 1)));
    says(file(OCTOBER), "A", "U2", Span.seenOn(OCTOBER));

    assertThat(network("A", LocalDate.of(2025, 6, 1), NOVEMBER)).isEqualTo("U1");
    assertThat(network("A", OCTOBER, NOVEMBER)).isEqualTo("U2");
  }

  @Test
  void aFullHistoryThatEndsASpellOverrulesAnOlderSight() {
    says(file(LocalDate.of(2023, 7, 1)), "A", "U1", Span.seenOn(LocalDate.of(2023, 7, 1)));
    says(
        file(JANUARY),
        "A",
        "U1",
        Span.between(LocalDate.of(2019, 10, 1), LocalDate.of(2024, 3, 31)));

    assertThat(network("A", LocalDate.of(2024, 6, 1), APRIL)).isNull();
    assertThat(network("A", LocalDate.of(2024, 6, 1), LocalDate.of(2023, 12, 31)))
        .as("as it looked before")
        .isEqualTo("U1");
  }

  @Test
  void whatWasSettledBeforehandHoldsAlthoughAListCameOutInBetween() {
    LocalDate february = LocalDate.of(2025, 2, 10);
    LocalDate march = LocalDate.of(2025, 3, 31);
    LocalDate firstOfApril = LocalDate.of(2025, 4, 1);
    says(file(JANUARY), "A", "U1", Span.since(LocalDate.of(2019, 10, 1)));
    says(file(february), "A", "U2", Span.since(firstOfApril));
    says(file(march), "A", "U1", Span.since(LocalDate.of(2019, 10, 1)));

    assertThat(network("A", march, march)).isEqualTo("U1");
    assertThat(network("A", firstOfApril, firstOfApril)).isEqualTo("U2");
    assertThat(network("A", firstOfApril, JANUARY)).as("as known in January").isEqualTo("U1");

    says(file(OCTOBER), "A", "U3", Span.seenOn(OCTOBER));
    assertThat(network("A", OCTOBER, NOVEMBER)).as("a newer list says otherwise").isEqualTo("U3");
    assertThat(network("A", APRIL, NOVEMBER)).isEqualTo("U2");
  }

  @Test
  void onTheDayOfAMoveThePracticeIsInTheNewNetwork() {
    Source file = file(JANUARY);
    LocalDate move = LocalDate.of(2023, 4, 1);
    says(file, "A", "U1", Span.between(LocalDate.of(2019, 10, 1), move));
    says(file, "A", "U2", Span.since(move));

    assertThat(network("A", move, APRIL)).isEqualTo("U2");
    assertThat(network("A", move.minusDays(1), APRIL)).isEqualTo("U1");
  }

  @Test
  void beingInNoNetworkIsKnowledgeToo() {
    says(file(JANUARY), "A", "U1", Span.since(LocalDate.of(2019, 10, 1)));
    says(file(OCTOBER), "A", null, Span.seenOn(OCTOBER));

    assertThat(network("A", NOVEMBER, NOVEMBER)).isNull();
    assertThat(network("A", NOVEMBER, APRIL)).isEqualTo("U1");
  }
}
