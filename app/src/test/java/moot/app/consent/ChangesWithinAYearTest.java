package moot.app.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import moot.register.NetworkCode;
import moot.register.PracticeCode;
import moot.voice.consent.Change;
import org.junit.jupiter.api.Test;

/** Leaving, joining, moving, merging and splitting between plans. */
class ChangesWithinAYearTest extends ConsentOnMereshire {
  @Test
  void changesInTheMiddleOfAYearReachTheRegister() {
    NetworkCode one = twoNetworks().get(0);
    NetworkCode two = twoNetworks().get(1);
    List<PracticeCode> ones = members(one);
    LocalDate left = TODAY.plusDays(600);
    LocalDate joined = TODAY.plusDays(610);
    LocalDate moved = TODAY.plusDays(620);
    LocalDate merged = TODAY.plusDays(630);
    LocalDate split = TODAY.plusDays(640);

    PracticeCode first = ones.get(0);
    NetworkCode before = memberships(left, TODAY).get(first);
    assertThat(before).isNotNull();
    allAgree(desk.putting().change(facilitator, new Change.Leave(first), terms(ALL, left)));
    assertThat(memberships(left, TODAY)).doesNotContainKey(first);
    assertThat(memberships(left.minusDays(1), TODAY)).containsEntry(first, before);

    allAgree(desk.putting().change(facilitator, new Change.Join(first, two), terms(ALL, joined)));
    assertThat(memberships(joined, TODAY)).containsEntry(first, two);
    assertThat(memberships(joined.minusDays(1), TODAY)).doesNotContainKey(first);

    allAgree(desk.putting().change(facilitator, new Change.Move(first, one), terms(ALL, moved)));
    assertThat(memberships(moved, TODAY)).containsEntry(first, one);
    assertThat(memberships(moved.minusDays(1), TODAY)).containsEntry(first, two);

    PracticeCode into = ones.get(1);
    allAgree(
        desk.putting()
            .change(
                facilitator,
                new Change.Merge(into, new TreeSet<>(List.of(first)), one),
                terms(ALL, merged)));
    assertThat(memberships(merged, TODAY)).doesNotContainKey(first).containsEntry(into, one);
    assertThat(relations("PRACTICE_MERGED_INTO", merged))
        .containsEntry(first.value(), into.value());
    assertThat(relations("PRACTICE_MERGED_INTO", merged.minusDays(1))).isEmpty();

    PracticeCode part = new PracticeCode("PROVISIONAL-" + into + "-1");
    allAgree(
        desk.putting()
            .change(
                facilitator,
                new Change.Split(into, List.of(new Change.Split.Part(part, "Mill Lane", two))),
                terms(ALL, split)));
    assertThat(memberships(split, TODAY)).containsEntry(part, two).containsEntry(into, one);
    assertThat(relations("PRACTICE_SPLIT_FROM", split)).containsEntry(part.value(), into.value());
    assertThat(register.getFormingPlace(PLACE).practices())
        .as("today is as it was")
        .isEqualTo(mereshire.practices());
  }

  private Map<String, String> relations(String kind, LocalDate on) {
    Map<String, String> all = new TreeMap<>();
    jdbc.sql("select of_code, to_code from register.relations_as_of(:kind, :on, :today)")
        .param("kind", kind)
        .param("on", on)
        .param("today", TODAY)
        .query(
            rs -> {
              all.put(rs.getString(1), rs.getString(2));
            });
    return all;
  }

  @Test
  void aChangeWhoseGroundHasShiftedIsNotSealed() {
    NetworkCode one = twoNetworks().get(0);
    NetworkCode two = twoNetworks().get(1);
    // One that no other test changes.
    PracticeCode practice = members(two).getLast();
    LocalDate day = TODAY.plusDays(700);
    long move = desk.putting().change(facilitator, new Change.Move(practice, one), terms(ALL, day));
    long leave = desk.putting().change(facilitator, new Change.Leave(practice), terms(ALL, day));
    allAgree(leave);
    allAgree(move);

    Proposal failed = desk.get(facilitator, move).proposal();
    assertThat(failed.state()).isEqualTo(ProposalState.FAILED);
    assertThat(failed.endedWords()).singleElement().asString().contains("Since it was put");
    assertThat(memberships(day, TODAY)).doesNotContainKey(practice);
  }
}
