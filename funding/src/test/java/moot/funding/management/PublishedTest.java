package moot.funding.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import moot.funding.FinancialYear;
import moot.funding.Mark;
import moot.funding.Rate;
import org.junit.jupiter.api.Test;

/**
 * Figures that somebody changed are no longer published ones; what is confidential stays behind.
 */
class PublishedTest {
  private static final List<PayingPractice> PRACTICES =
      List.of(PayingPractice.of("X1", "Alder", 9_000), PayingPractice.of("X2", "Birch", 7_000));

  private static Scenario preset(String id) {
    return Presets.list(PRACTICES, new FinancialYear(2026), 3).stream()
        .filter(preset -> preset.id().equals(id))
        .findFirst()
        .orElseThrow()
        .scenario();
  }

  private static Source.AllowanceTransfer allowance(Scenario scenario) {
    return (Source.AllowanceTransfer) scenario.sources().getFirst();
  }

  private static Scenario withAllowance(Scenario scenario, String pounds, double late) {
    Source.AllowanceTransfer was = allowance(scenario);
    return scenario.withSources(
        List.of(
            new Source.AllowanceTransfer(
                was.id(),
                was.title(),
                Rate.ofPounds(pounds),
                was.shrinks(),
                was.share(),
                Uncertain.certain(late),
                was.stated())));
  }

  @Test
  void aFigureThatIsChangedLosesItsMarkAndIsWhoeversChangedIt() {
    Scenario before = preset("allowance");
    assertThat(allowance(before).stated().mark()).isEqualTo(Mark.READ_TWICE);
    Scenario same = Published.unlessChanged(before, withAllowance(before, "18.76", 50), "us");
    assertThat(allowance(same).stated()).isEqualTo(allowance(before).stated());
    Scenario other = Published.unlessChanged(before, withAllowance(before, "20", 50), "us");
    assertThat(allowance(other).stated()).isEqualTo(Stated.by("us"));
    assertThat(other.need().stated().mark()).as("untouched").isEqualTo(Mark.FITTING);
  }

  @Test
  void onlyTheOwnFiguresOfOnePracticeStay() {
    Scenario both =
        preset("practices")
            .withPractices(
                List.of(
                    new PayingPractice("X1", "Alder", 9_000, 40.0, Rate.ofPounds("0.5")),
                    new PayingPractice("X2", "Birch", 7_000, 90.0, null)));
    assertThat(Confidential.of(both)).containsExactly("X1", "X2");
    assertThat(Confidential.of(Confidential.only(both, "X2"))).containsExactly("X2");
    assertThat(Confidential.without(both).practices()).isEqualTo(PRACTICES);
  }

  @Test
  void limitsAreReadAsTheyAreWritten_andAllThatIsWrongIsSaidAtOnce() {
    Limits limits =
        Limits.read(
            "limits",
            "{per head: £0.50, recurrent: 80 %, from year: 2, short: £0, budgets: {own: £1,000.00}}"
                .replace("£1,000.00", "\"£1,000\""));
    assertThat(limits.limits())
        .containsExactly(
            Limit.perHead("0.5"),
            new Limit.RecurrentBy(2, 80),
            Limit.noCliff(),
            new Limit.Budget("own", moot.funding.Money.ofPounds(1_000)));
    assertThat(limits.least()).isNull();
    assertThatThrownBy(() -> Limits.read("limits", "{per head: -3, ownership: 500 %}"))
        .isInstanceOf(BadScenario.class)
        .hasMessageContaining("-3; expected £0 to £20. Maybe £3?")
        .hasMessageContaining("500 %; expected 0 % to 100 %. Maybe 50 %?");
  }
}
