package moot.app.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import moot.register.NetworkCode;
import moot.register.PracticeCode;
import moot.voice.consent.Outcome;
import moot.voice.consent.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How a proposal ends: sealed by the last answer, by the closing date, or failed. */
class SettlingTest extends ConsentOnMereshire {
  @Test
  void thePlanIsSealedByTheLastAnswerAndTheRegisterFollowsWithItsHistoryKept() {
    NetworkCode from = twoNetworks().get(0);
    NetworkCode to = twoNetworks().get(1);
    PracticeCode smallest =
        members(from).stream().min(Comparator.comparing(this::patients)).orElseThrow();
    PracticeCode alone =
        members(to).stream().min(Comparator.comparing(this::patients)).orElseThrow();
    draft.put(smallest, to.value());
    draft.put(alone, "New Quay");
    LocalDate effective = TODAY.plusDays(400);
    Map<PracticeCode, NetworkCode> before = memberships(effective, TODAY);
    long id = desk.putting().plan(facilitator, 7, terms(MAJORITY, effective));

    Matter put = desk.get(facilitator, id);
    assertThat(put.practices().stream().filter(ProposedPractice::changes))
        .extracting(ProposedPractice::code)
        .containsExactlyInAnyOrder(smallest, alone);
    assertThat(put.networks().stream().filter(ProposedNetwork::provisional))
        .singleElement()
        .satisfies(
            network -> {
              assertThat(network.name()).isEqualTo("New Quay");
              assertThat(network.code()).startsWith("PROVISIONAL-" + id);
            });
    assertThat(memberships(effective, TODAY)).as("nothing before it is sealed").isEqualTo(before);

    allAgree(id);

    Matter sealed = desk.get(facilitator, id);
    assertThat(sealed.proposal().state()).isEqualTo(ProposalState.SEALED);
    assertThat(sealed.given().size())
        .as("the last answer sealed it, and nobody had to answer after")
        .isLessThan(sealed.practices().size());
    Map<PracticeCode, NetworkCode> expected = new TreeMap<>(before);
    draft.keySet().forEach(code -> expected.put(code, networkOf(sealed, code)));
    assertThat(expected)
        .containsEntry(smallest, to)
        .hasEntrySatisfying(
            alone, code -> assertThat(code.value()).startsWith("PROVISIONAL-" + id));
    assertThat(memberships(effective, TODAY)).isEqualTo(expected);
    assertThat(memberships(effective.minusDays(1), TODAY))
        .as("the day before, as known today")
        .isEqualTo(before);
    assertThat(memberships(effective, TODAY.minusDays(1)))
        .as("that day, as known yesterday")
        .isEqualTo(before);
    assertThat(register.listStatements(smallest))
        .as("what files said is still there")
        .anyMatch(statement -> statement.network().equals(from))
        .anyMatch(
            statement ->
                statement.network().equals(to)
                    && statement.source().kind().equals(Sealing.PLAN)
                    && statement.span().from().equals(effective));
    assertThat(deeds(id).getFirst()).isEqualTo("consent.put");
    assertThat(deeds(id).getLast()).isEqualTo("plan.sealed");
    assertThat(deeds(id)).hasSize(sealed.given().size() + 2);
    assertThat(register.listImports().getFirst().kind()).isEqualTo(Sealing.PLAN);

    refused(409, "has ended", () -> desk.withdrawing().withdraw(facilitator, id, "too late"));

    draft.putAll(
        now.keySet().stream()
            .collect(Collectors.toMap(code -> code, code -> networkName(now.get(code)))));
    long back = desk.putting().plan(facilitator, 7, terms(MAJORITY, effective));
    allAgree(back);
    Map<PracticeCode, NetworkCode> asToday = new TreeMap<>(expected);
    asToday.putAll(now);
    assertThat(memberships(effective, TODAY))
        .as("a later plan for the same day places all anew")
        .isEqualTo(asToday);
  }

  private static String networkName(@Nullable NetworkCode code) {
    return String.valueOf(code);
  }

  private static NetworkCode networkOf(Matter matter, PracticeCode code) {
    return matter
        .findPractice(code)
        .flatMap(practice -> matter.findNetwork(practice.network()))
        .map(network -> new NetworkCode(network.code()))
        .orElseThrow();
  }

  private int patients(PracticeCode code) {
    return mereshire.practices().stream()
        .filter(practice -> practice.code().equals(code))
        .findFirst()
        .orElseThrow()
        .registeredList();
  }

  @Test
  void silenceIsSilenceAndFailsWhereConsentIsNeeded() {
    long id = desk.putting().plan(facilitator, 7, terms(ALL));
    List<PracticeCode> codes = List.copyOf(now.keySet());
    codes.subList(1, codes.size()).forEach(code -> say(desk, id, code, YES));
    assertThat(desk.get(facilitator, id).outcome(TODAY)).isInstanceOf(Outcome.Open.class);

    Desk after = deskOn(CLOSES.plusDays(1));
    refused(409, "has ended", () -> after.answer(signatory(codes.getFirst()), id, YES, 0));

    Matter failed = desk.get(facilitator, id);
    assertThat(failed.proposal().state()).isEqualTo(ProposalState.FAILED);
    assertThat(failed.proposal().endedWords())
        .singleElement()
        .asString()
        .startsWith("1 practice has not answered")
        .contains(codes.getFirst().value());
    assertThat(failed.given()).doesNotContainKey(codes.getFirst());
    assertThat(deeds(id).getLast()).isEqualTo("consent.failed");
  }

  @Test
  void whoStaysMayObjectUntilTheDateAndThenItIsSealed() {
    NetworkCode to = twoNetworks().get(1);
    PracticeCode mover = members(twoNetworks().get(0)).getFirst();
    draft.put(mover, to.value());
    long id =
        desk.putting().plan(facilitator, 7, terms(new Rule.EachMover(false), TODAY.plusDays(420)));
    say(desk, id, mover, YES);
    assertThat(desk.get(facilitator, id).proposal().isOpen()).isTrue();

    deskOn(CLOSES.plusDays(1)).settling().settleOverdue();

    Proposal sealed = desk.get(facilitator, id).proposal();
    assertThat(sealed.state()).isEqualTo(ProposalState.SEALED);
    assertThat(sealed.endedOn()).isEqualTo(CLOSES.plusDays(1));
    assertThat(sealed.endedWords()).anyMatch(line -> line.contains("said nothing"));
  }
}
