package moot.voice.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import moot.register.PracticeCode;
import org.junit.jupiter.api.Test;

/**
 * A small table, worked by hand:
 *
 * <pre>
 *   North: A 10,000, B 6,000, C 4,000 (C comes from elsewhere)     South: D 12,000, E 8,000
 *   40,000 patients in five practices
 * </pre>
 */
class BallotTest {
  private static final LocalDate CLOSES = LocalDate.of(2026, 2, 27);
  private static final LocalDate BEFORE = CLOSES.minusDays(3);
  private static final LocalDate AFTER = CLOSES.plusDays(1);

  private static final Answer YES = new Answer.Agrees();
  private static final Answer NO = new Answer.Objects("the hub is too far for our patients");
  private static final Answer IF = new Answer.AgreesOn("the bus goes on a Saturday");
  private static final Answer IF_AS_RECORDED =
      new Answer.AgreesOn("the bus goes on a Saturday", true, false);
  private static final Answer IF_AS_CONFIRMED =
      new Answer.AgreesOn("the bus goes on a Saturday", true, true);

  private static final List<Asked> FIVE =
      List.of(
          asked("A", 10_000, "North", false),
          asked("B", 6_000, "North", false),
          asked("C", 4_000, "North", true),
          asked("D", 12_000, "South", false),
          asked("E", 8_000, "South", false));

  private static Asked asked(String code, int patients, String network, boolean changes) {
    return new Asked(new PracticeCode(code), "Surgery " + code, patients, network, changes, false);
  }

  private static Ballot by(Rule rule) {
    return new Ballot(rule, FIVE, CLOSES);
  }

  /** "A", yes, "B", no, … */
  private static Map<PracticeCode, Answer> said(Object... codesAndAnswers) {
    Map<PracticeCode, Answer> said = new HashMap<>();
    for (int i = 0; i < codesAndAnswers.length; i += 2) {
      for (char code : ((String) codesAndAnswers[i]).toCharArray()) {
        said.put(new PracticeCode(String.valueOf(code)), (Answer) codesAndAnswers[i + 1]);
      }
    }
    return said;
  }

  @Test
  void eachPracticeHasToAgree() {
    Ballot ballot = by(new Rule.EachPractice(false));

    assertThat(ballot.outcome(said("ABCDE", YES), BEFORE)).isInstanceOf(Outcome.Met.class);
    assertThat(ballot.outcome(said("ABCD", YES), BEFORE))
        .isEqualTo(new Outcome.Open(List.of("1 practice has not answered: Surgery E (E).")));
    assertThat(ballot.outcome(said("ABC", YES, "D", NO), BEFORE))
        .isEqualTo(
            new Outcome.OutOfReach(
                List.of(
                    "1 practice objects: Surgery D (D).",
                    "1 practice has not answered: Surgery E (E).")));
    assertThat(ballot.outcome(said("ABCD", YES), AFTER)).isInstanceOf(Outcome.Failed.class);
    assertThat(ballot.outcome(said("ABCDE", YES), AFTER)).isInstanceOf(Outcome.Met.class);
  }

  @Test
  void silenceIsNeitherYesNorNo() {
    for (Rule rule : rules(false)) {
      Outcome nobodySpoke = by(rule).outcome(Map.of(), BEFORE);
      assertThat(nobodySpoke).as(rule.words()).isInstanceOf(Outcome.Open.class);
      assertThat(by(rule).outcome(Map.of(), AFTER))
          .as(rule.words())
          .isInstanceOf(Outcome.Failed.class);
    }
    assertThat(by(new Rule.EachPractice(false)).tally(Map.of()).silent())
        .isEqualTo(new Count(5, 40_000));
  }

  @Test
  void thoseWhoseNetworkChangesHaveToAgreeAndTheOthersMayObject() {
    Ballot ballot = by(new Rule.EachMover(false));

    assertThat(ballot.outcome(said("C", YES), BEFORE))
        .isEqualTo(
            new Outcome.Open(
                List.of(
                    "All whose network changes agree. 4 practices may still object by 27 February"
                        + " 2026: Surgery A (A), Surgery B (B), Surgery D (D), Surgery E (E).")));
    assertThat(ballot.outcome(said("C", YES), AFTER)).isInstanceOf(Outcome.Met.class);
    assertThat(ballot.outcome(said("ABCDE", YES), BEFORE)).isInstanceOf(Outcome.Met.class);
    assertThat(ballot.outcome(said("C", YES, "E", NO), BEFORE))
        .isEqualTo(
            new Outcome.OutOfReach(
                List.of("1 practice whose network stays objects: Surgery E (E).")));
    assertThat(ballot.outcome(said("ABDE", YES), AFTER))
        .isEqualTo(
            new Outcome.Failed(
                List.of("1 practice whose network changes has not answered: Surgery C (C).")));
  }

  @Test
  void moreThanHalfOfPracticesAndOfPatients() {
    Ballot ballot = by(new Rule.DoubleMajority(Share.HALF, false));

    assertThat(ballot.outcome(said("ABE", YES), BEFORE)).isInstanceOf(Outcome.Met.class);
    assertThat(ballot.outcome(said("ABC", YES, "DE", NO), BEFORE))
        .as("three of five practices, but 20,000 of 40,000 patients is not more than half")
        .isEqualTo(
            new Outcome.OutOfReach(
                List.of(
                    "3 practices with 20,000 patients agree, of 5 with 40,000; needed is more than"
                        + " half of both.")));
    assertThat(ballot.outcome(said("AD", YES), BEFORE))
        .as("22,000 patients, but two of five practices")
        .isInstanceOf(Outcome.Open.class);
    assertThat(by(new Rule.DoubleMajority(new Share(66), false)).outcome(said("ABE", YES), BEFORE))
        .isInstanceOf(Outcome.Open.class);
  }

  @Test
  void aMajorityWithinEachNetwork() {
    Ballot ballot = by(new Rule.MajorityInEachNetwork(Share.HALF, false));

    assertThat(ballot.outcome(said("ABDE", YES), BEFORE)).isInstanceOf(Outcome.Met.class);
    assertThat(ballot.outcome(said("ABCD", YES, "E", NO), BEFORE))
        .isEqualTo(
            new Outcome.OutOfReach(
                List.of(
                    "South: 1 practice with 12,000 patients agree, of 2 with 20,000; needed is"
                        + " more than half of both.")));
    assertThat(ballot.tallyByNetwork(said("AB", YES, "C", NO)))
        .containsEntry(
            "North", new Tally(new Count(2, 16_000), Count.NONE, new Count(1, 4_000), Count.NONE));
  }

  @Test
  void aConditionCountsOnceThePracticeItselfConfirmsIt() {
    Ballot strict = by(new Rule.EachPractice(false));
    assertThat(strict.outcome(said("ABCD", YES, "E", IF), BEFORE))
        .isEqualTo(
            new Outcome.Open(
                List.of(
                    "1 practice agrees on a condition that is not confirmed as met: Surgery E"
                        + " (E).")));
    assertThat(strict.outcome(said("ABCD", YES, "E", IF_AS_RECORDED), BEFORE))
        .as("the facilitator's word alone is not the practice's")
        .isInstanceOf(Outcome.Open.class);
    assertThat(strict.outcome(said("ABCD", YES, "E", IF_AS_CONFIRMED), BEFORE))
        .isInstanceOf(Outcome.Met.class);
    assertThat(by(new Rule.EachPractice(true)).outcome(said("ABCD", YES, "E", IF), BEFORE))
        .as("where the rule counts conditions at once")
        .isInstanceOf(Outcome.Met.class);
  }

  @Test
  void thosePracticesThatMustAgreeCannotBeOutvoted() {
    List<Asked> withMust = new ArrayList<>(FIVE);
    withMust.set(2, new Asked(new PracticeCode("C"), "Surgery C", 4_000, "North", true, true));
    Ballot ballot = new Ballot(new Rule.DoubleMajority(Share.HALF, false), withMust, CLOSES);

    assertThat(ballot.outcome(said("ABDE", YES, "C", NO), BEFORE))
        .isEqualTo(
            new Outcome.OutOfReach(
                List.of("1 practice without which nothing goes ahead objects: Surgery C (C).")));
  }

  @Test
  void aReasonAndAConditionAreInWords() {
    assertThatThrownBy(() -> new Answer.Objects("  "))
        .hasMessageContaining("the reason is empty")
        .hasMessageContaining("Maybe");
    assertThatThrownBy(() -> new Answer.AgreesOn("")).hasMessageContaining("the condition");
    assertThatThrownBy(() -> new Answer.AgreesOn("x", false, true)).hasMessageContaining("Maybe");
    assertThatThrownBy(() -> new Share(49)).hasMessageContaining("Maybe");
  }

  private static List<Rule> rules(boolean conditionsCount) {
    return List.of(
        new Rule.EachPractice(conditionsCount),
        new Rule.EachMover(conditionsCount),
        new Rule.DoubleMajority(Share.HALF, conditionsCount),
        new Rule.DoubleMajority(new Share(75), conditionsCount),
        new Rule.MajorityInEachNetwork(Share.HALF, conditionsCount));
  }

  /**
   * Over random tables: the four parts of a tally make up all, network by network and altogether;
   * turning one answer to yes never loses consent and to no never wins it; what is out of reach
   * stays unmet however the silent answer; and before the date nothing has failed, after it nothing
   * is open.
   */
  @Test
  void overRandomTables() {
    long seed = 20260227;
    Random random = new Random(seed);
    List<Answer> answers = List.of(YES, NO, IF, IF_AS_RECORDED, IF_AS_CONFIRMED);
    int met = 0;
    int outOfReach = 0;
    for (int round = 0; round < 20_000; round++) {
      List<Asked> asked = new ArrayList<>();
      int count = 1 + random.nextInt(7);
      for (int i = 0; i < count; i++) {
        asked.add(
            new Asked(
                new PracticeCode("P" + i),
                "P" + i,
                random.nextInt(4) * 1_000,
                random.nextInt(5) == 0 ? null : "N" + random.nextInt(3),
                random.nextBoolean(),
                random.nextInt(6) == 0));
      }
      List<Rule> rules = rules(random.nextBoolean());
      Rule rule = rules.get(random.nextInt(rules.size()));
      Ballot ballot = new Ballot(rule, asked, CLOSES);
      Map<PracticeCode, Answer> said = new HashMap<>();
      for (Asked each : asked) {
        if (random.nextInt(4) > 0) {
          said.put(
              each.practice(),
              random.nextInt(3) > 0 ? YES : answers.get(random.nextInt(answers.size())));
        }
      }
      String at = "seed %d, round %d, %s, %s".formatted(seed, round, rule, said);

      Tally all = ballot.tally(said);
      assertThat(all.asked().practices()).as(at).isEqualTo(count);
      assertThat(
              ballot.tallyByNetwork(said).values().stream()
                  .mapToLong(tally -> tally.asked().patients())
                  .sum())
          .as(at)
          .isEqualTo(all.asked().patients());

      Outcome before = ballot.outcome(said, BEFORE);
      Outcome after = ballot.outcome(said, AFTER);
      assertThat(before).as(at).isNotInstanceOf(Outcome.Failed.class);
      assertThat(after).as(at).isInstanceOfAny(Outcome.Met.class, Outcome.Failed.class);
      assertThat(before.reasons()).as(at).isNotEmpty();
      assertThat(after.reasons()).as(at).isNotEmpty();

      PracticeCode one = asked.get(random.nextInt(count)).practice();
      Map<PracticeCode, Answer> kinder = new HashMap<>(said);
      kinder.put(one, YES);
      Map<PracticeCode, Answer> harder = new HashMap<>(said);
      harder.put(one, NO);
      if (before instanceof Outcome.Met) {
        met++;
        assertThat(after).as(at).isInstanceOf(Outcome.Met.class);
        assertThat(ballot.outcome(kinder, BEFORE)).as(at).isInstanceOf(Outcome.Met.class);
      } else {
        assertThat(ballot.outcome(harder, BEFORE)).as(at).isNotInstanceOf(Outcome.Met.class);
      }
      if (before instanceof Outcome.OutOfReach) {
        outOfReach++;
        Map<PracticeCode, Answer> spoken = new HashMap<>(said);
        for (Asked each : asked) {
          spoken.putIfAbsent(each.practice(), answers.get(random.nextInt(answers.size())));
        }
        assertThat(ballot.outcome(spoken, AFTER)).as(at).isInstanceOf(Outcome.Failed.class);
      }
    }
    assertThat(met).as("tables in which consent was found").isGreaterThan(1_000);
    assertThat(outOfReach).as("tables in which it could not be").isGreaterThan(1_000);
  }
}
