package moot.funding.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import moot.funding.Money;
import moot.funding.Quantity;
import moot.funding.Rate;
import moot.register.PracticeCode;
import org.junit.jupiter.api.Test;

class AtScaleTest {
  private final List<AtScale.Practice> practices =
      List.of(practice("A", "X", 10_000), practice("B", "X", 10_000), practice("C", "Y", 20_000));

  /** £12,000 fixed and £1 a patient; a network shares half of it, a federation all. */
  private final SharedFunction office =
      new SharedFunction(
          "Office",
          Money.ofPounds(12_000),
          Rate.ofPounds("1"),
          30_000,
          Map.of(Form.NETWORK, Quantity.of(50), Form.FEDERATION, Quantity.of(100)),
          "the group");

  @Test
  void costOfAHeadAloneAsNetworkAsFederation() {
    AtScale scale =
        AtScale.of(practices, List.of(office), List.of(running(Form.NETWORK, 1_000, 4_000, 500)));

    assertThat(scale.get(Form.ALONE).total()).isEqualTo(Money.ofPounds(76_000));
    assertThat(scale.perHead(Form.ALONE)).isEqualTo(Rate.ofPounds("1.90"));
    // 3 × 6,000 alone, 2 × 6,000 shared, 40,000 for patients, 2 × 1,000 to run the networks
    assertThat(scale.get(Form.NETWORK).total()).isEqualTo(Money.ofPounds(72_000));
    AtScale.Cost a = scale.get(Form.NETWORK).practices().getFirst();
    assertThat(a.cost()).isEqualTo(Money.ofPounds(6_000 + 3_000 + 10_000 + 500));
    assertThat(a.more()).isEqualTo(Money.ofPounds(-2_500));
    assertThat(a.perHead()).isEqualTo(Rate.ofPounds("1.95"));
    // C is a network by itself and pays for running it
    assertThat(scale.get(Form.NETWORK).practices().getLast().more())
        .isEqualTo(Money.ofPounds(1_000));
    // 4,000 for each of two networks, by list, and 500 for each practice, once
    assertThat(scale.get(Form.NETWORK).once()).isEqualTo(Money.ofPounds(9_500));
    assertThat(a.once()).isEqualTo(Money.ofPounds(2_500));
    assertThat(scale.get(Form.ALONE).once()).isEqualTo(Money.ZERO);
    // 40,000 patients need two offices of at most 30,000
    assertThat(scale.get(Form.FEDERATION).offices()).isEqualTo(2);
    assertThat(scale.get(Form.FEDERATION).total()).isEqualTo(Money.ofPounds(64_000));
    // A form that shares nothing costs what it costs alone.
    assertThat(scale.get(Form.MERGER).practices())
        .extracting(AtScale.Cost::cost)
        .containsExactly(Money.ofPounds(22_000), Money.ofPounds(22_000), Money.ofPounds(32_000));
    assertThat(scale.get(Form.FEDERATION).trace().inWords())
        .contains("2 offices × £12,000.00 shared");
  }

  /**
   * As assumed, over several networks: every form costs something to run, and no two cost alike.
   */
  @Test
  void noTwoFormsAreAssumedToCostTheSame() {
    AtScale scale = AtScale.of(practices, SharedFunction.assumed(), FormCost.assumed());

    assertThat(scale.forms().values().stream().map(AtScale.InForm::total).distinct()).hasSize(5);
    for (AtScale.InForm form : scale.forms().values()) {
      assertThat(form.overhead().isZero()).isEqualTo(form.form() == Form.ALONE);
      assertThat(form.once().isZero()).isEqualTo(form.form() == Form.ALONE);
    }
    assertThat(scale.get(Form.NETWORK).bodies()).isEqualTo(2);
    assertThat(scale.get(Form.FEDERATION).trace().inWords())
        .contains("1 federation × (board £40,000.00 + secretary and accounts £15,000.00")
        .contains("assumption of Moot's");
    assertThat(scale.perHead(Form.ALONE).inPounds().stripTrailingZeros().scale())
        .as("pounds and pence")
        .isLessThanOrEqualTo(2);
  }

  @Test
  void everyFormSaysWhatItChangesAndWhoSaysSo() {
    for (Form form : Form.values()) {
      assertThat(form.changes()).extracting(Change::matter).contains(Change.Matter.values());
      assertThat(form.changes()).noneMatch(change -> change.whose().isBlank());
    }
    assertThat(SharedFunction.assumed()).allMatch(f -> f.whose().startsWith("assumption"));
  }

  @Test
  void whatPracticesPayAddsUpToThePenny() {
    for (long seed = 1; seed <= 200; seed++) {
      Random random = new Random(seed);
      List<AtScale.Practice> some = new ArrayList<>();
      for (int i = 0; i <= random.nextInt(12); i++) {
        some.add(practice("P" + i, "N" + random.nextInt(3), 1 + random.nextInt(40_000)));
      }
      AtScale scale =
          AtScale.of(
              some,
              SharedFunction.assumed(),
              List.of(running(Form.FEDERATION, random.nextInt(99_999), random.nextInt(99_999), 7)));
      for (AtScale.InForm form : scale.forms().values()) {
        assertThat(
                form.practices().stream().map(AtScale.Cost::cost).reduce(Money.ZERO, Money::plus))
            .as("seed " + seed)
            .isEqualTo(form.total());
        assertThat(
                form.practices().stream().map(AtScale.Cost::once).reduce(Money.ZERO, Money::plus))
            .as("seed " + seed)
            .isEqualTo(form.once());
      }
    }
  }

  @Test
  void whatCannotBeMeantIsRefused() {
    assertThatThrownBy(
            () ->
                new SharedFunction(
                    "IT",
                    Money.ofPounds(-1),
                    Rate.ofPounds("-1"),
                    -5,
                    Map.of(Form.MERGER, Quantity.of(500)),
                    "me"))
        .isInstanceOf(BadScale.class)
        .hasMessageContaining("IT, fixed cost: −£1.00; expected £0 to")
        .hasMessageContaining("shared as merger: 500 %; expected 0 to 100 %. Maybe");
    assertThatThrownBy(() -> running(Form.MERGER, -1, 0, 0))
        .hasMessageContaining(
            "running a merger, board: −£1.00; expected £0 to £100,000,000. Maybe");
    assertThatThrownBy(() -> AtScale.of(List.of(), List.of(office), List.of()))
        .hasMessageContaining("practices: none; expected at least one. Maybe");
  }

  private static FormCost running(Form form, long board, long once, long each) {
    return new FormCost(
        form,
        Money.ofPounds(board),
        Money.ZERO,
        Money.ZERO,
        Money.ZERO,
        Money.ofPounds(once),
        Money.ofPounds(each),
        "the group");
  }

  private static AtScale.Practice practice(String code, String network, long list) {
    return new AtScale.Practice(new PracticeCode(code), "Practice " + code, network, list);
  }
}
