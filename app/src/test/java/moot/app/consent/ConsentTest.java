package moot.app.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import moot.app.ServedTable;
import moot.app.access.PartyKind;
import moot.app.access.Role;
import moot.app.access.Seat;
import moot.app.journal.Journal;
import moot.app.register.RegisterStore;
import moot.app.table.Waiting;
import moot.app.web.ToldToVisitors;
import moot.formation.FormingPlace;
import moot.formation.FormingPractice;
import moot.register.NetworkCode;
import moot.register.PlaceCode;
import moot.register.PracticeCode;
import moot.sample.Mereshire;
import moot.voice.consent.Answer;
import moot.voice.consent.Change;
import moot.voice.consent.Outcome;
import moot.voice.consent.Rule;
import moot.voice.consent.Share;
import moot.voice.consent.Terms;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * From putting to sealing, on Mereshire. All that is sealed here takes effect in the time to come,
 * so that what holds today stays as it is.
 */
class ConsentTest {
  private static final LocalDate TODAY = LocalDate.now();
  private static final LocalDate CLOSES = TODAY.plusDays(20);
  private static final PlaceCode PLACE = Mereshire.PLACE;

  private static final Answer YES = new Answer.Agrees();
  private static final Answer NO = new Answer.Objects("too far for our patients");

  private final JdbcClient jdbc = ServedTable.bean(JdbcClient.class);
  private final RegisterStore register = ServedTable.bean(RegisterStore.class);
  private final FormingPlace mereshire = register.getFormingPlace(PLACE);
  private final Map<PracticeCode, String> draft = new TreeMap<>();
  private final Map<PracticeCode, NetworkCode> now = new TreeMap<>();
  private final Seat facilitator = Seats.of(PLACE, PartyKind.FACILITATOR, "CHAIR", Role.EDITOR);
  private final Desk desk = deskOn(TODAY);

  ConsentTest() {
    for (FormingPractice practice : mereshire.practices()) {
      NetworkCode network = practice.today();
      if (network != null) {
        draft.put(practice.code(), network.value());
        now.put(practice.code(), network);
      }
    }
  }

  /** All desks of consent, as they are on one day. */
  private record Desk(
      Proposals proposals,
      Putting putting,
      Answering answering,
      Conditions conditions,
      Withdrawing withdrawing,
      Naming naming,
      Settling settling) {
    Matter get(Seat seat, long id) {
      return proposals.get(seat, id);
    }

    boolean answer(Seat seat, long id, Answer answer, long after) {
      return answering.answer(seat, id, answer, after);
    }
  }

  private Desk deskOn(LocalDate day) {
    Today today = () -> day;
    ProposalStore store = ServedTable.bean(ProposalStore.class);
    AnswerStore answers = ServedTable.bean(AnswerStore.class);
    Journal journal = ServedTable.bean(Journal.class);
    PlatformTransactionManager transactions = ServedTable.bean(PlatformTransactionManager.class);
    Settling settling =
        new Settling(store, ServedTable.bean(Sealing.class), journal, transactions, today);
    Proposals proposals = new Proposals(store, answers, settling, transactions);
    return new Desk(
        proposals,
        new Putting(
            store,
            ServedTable.bean(FreezingPlans.class),
            ServedTable.bean(FreezingChanges.class),
            journal,
            new OneDraft(),
            transactions,
            today),
        new Answering(proposals, store, answers, settling, journal),
        new Conditions(proposals, store, answers, settling, journal),
        new Withdrawing(proposals, store, journal, today),
        new Naming(proposals, store, journal),
        settling);
  }

  private final class OneDraft implements ProposedPlans {
    private final Shared shared = new Shared(7, 3, "Six and six");

    @Override
    public List<Shared> listShared(Seat seat) {
      return List.of(shared);
    }

    @Override
    public Optional<Assignment> findShared(Seat seat, long id) {
      return id == 7 ? Optional.of(new Assignment(shared, draft)) : Optional.empty();
    }
  }

  private static Terms terms(Rule rule) {
    return terms(rule, TODAY.plusDays(90));
  }

  private static Terms terms(Rule rule, LocalDate effective) {
    return new Terms("Six and six", rule, CLOSES, effective);
  }

  private static final Rule ALL = new Rule.EachPractice(false);
  private static final Rule MAJORITY = new Rule.DoubleMajority(Share.HALF, false);

  private final Map<PracticeCode, Seat> signatories = new HashMap<>();

  private Seat signatory(PracticeCode code) {
    return signatories.computeIfAbsent(
        code, c -> Seats.of(PLACE, PartyKind.PRACTICE, c.value(), Role.SIGNATORY));
  }

  private List<PracticeCode> members(NetworkCode network) {
    return now.keySet().stream().filter(code -> network.equals(now.get(code))).toList();
  }

  /** Two networks with at least three practices each. */
  private List<NetworkCode> twoNetworks() {
    return new TreeSet<>(now.values())
        .stream().filter(network -> members(network).size() >= 3).limit(2).toList();
  }

  private long lastAnswer(long id, PracticeCode code) {
    GivenAnswer given = desk.get(facilitator, id).given().get(code);
    return given == null ? 0 : given.id();
  }

  private boolean say(Desk at, long id, PracticeCode code, Answer answer) {
    return at.answer(signatory(code), id, answer, lastAnswer(id, code));
  }

  /** All that are asked and have not answered agree, until it is over. */
  private void allAgree(long id) {
    for (ProposedPractice practice : desk.get(facilitator, id).practices()) {
      Matter matter = desk.get(facilitator, id);
      if (matter.proposal().isOpen()
          && practice.isAsked()
          && !matter.given().containsKey(practice.code())) {
        say(desk, id, practice.code(), YES);
      }
    }
  }

  private List<String> deeds(long id) {
    return jdbc.sql("select deed from journal.entry where subject = :s order by number")
        .param("s", "proposal:" + id)
        .query(String.class)
        .list();
  }

  private Map<PracticeCode, NetworkCode> memberships(LocalDate on, LocalDate known) {
    Map<PracticeCode, NetworkCode> all = new TreeMap<>();
    register
        .listMemberships(on, known)
        .forEach(membership -> all.put(membership.practice(), membership.network()));
    return all;
  }

  private static void refused(int status, String words, Supplier<?> what) {
    assertThatThrownBy(what::get)
        .isInstanceOfSatisfying(
            ToldToVisitors.class,
            told -> {
              assertThat(told.status()).isEqualTo(status);
              assertThat(told.getMessage()).contains(words).contains("Maybe");
            });
  }

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
  void anAnswerThatIsSentTwiceCountsOnceAndAnOldOneChangesNothing() {
    long id = desk.putting().plan(facilitator, 7, terms(ALL));
    PracticeCode code = now.keySet().iterator().next();
    Seat seat = signatory(code);

    assertThat(desk.answer(seat, id, YES, 0)).isTrue();
    assertThat(desk.answer(seat, id, YES, 0)).as("sent twice").isFalse();
    long first = lastAnswer(id, code);
    assertThat(desk.answer(seat, id, NO, first)).as("thought otherwise").isTrue();
    refused(409, "has answered since", () -> desk.answer(seat, id, YES, 0));
    refused(409, "has answered since", () -> desk.answer(seat, id, YES, first));

    assertThat(desk.get(facilitator, id).given().get(code))
        .satisfies(given -> assertThat(given.answer()).isEqualTo(NO));
    assertThat(deeds(id)).containsExactly("consent.put", "consent.given", "consent.given");
  }

  @Test
  void theSameAnswerFromManyAtOnceIsOneEntry() throws Exception {
    long id = desk.putting().plan(facilitator, 7, terms(ALL));
    Seat seat = signatory(now.keySet().iterator().next());
    try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
      List<Callable<Boolean>> all = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        all.add(() -> desk.answer(seat, id, YES, 0));
      }
      int changed = 0;
      for (Future<Boolean> done : pool.invokeAll(all)) {
        changed += done.get() ? 1 : 0;
      }
      assertThat(changed).isEqualTo(1);
    }
    assertThat(deeds(id)).containsExactly("consent.put", "consent.given");
  }

  @Test
  void nobodyAnswersForOthersNorAtAnotherTable() {
    NetworkCode network = twoNetworks().getFirst();
    PracticeCode leaver = members(network).getFirst();
    PracticeCode other = members(network).get(1);
    long id = desk.putting().change(facilitator, new Change.Leave(leaver), terms(ALL));
    Seat elsewhere =
        Seats.of(new PlaceCode("QQQ"), PartyKind.PRACTICE, leaver.value(), Role.SIGNATORY);
    Seat manager = Seats.of(PLACE, PartyKind.PRACTICE, leaver.value(), Role.EDITOR);
    Seat lmc = Seats.of(PLACE, PartyKind.LMC, "LMC", Role.SIGNATORY);

    refused(403, "nobody can answer here", () -> desk.answer(signatory(other), id, YES, 0));
    refused(403, "nobody can answer here", () -> desk.answer(manager, id, YES, 0));
    refused(403, "nobody can answer here", () -> desk.answer(facilitator, id, YES, 0));
    refused(403, "nobody can answer here", () -> desk.answer(lmc, id, YES, 0));
    refused(404, "at this table", () -> desk.answer(elsewhere, id, YES, 0));
    refused(404, "at this table", () -> desk.get(elsewhere, id));
    refused(404, "at this table", () -> desk.withdrawing().withdraw(elsewhere, id, "mine"));
    refused(404, "at this table", () -> desk.naming().name(elsewhere, id, 1, "I", "I"));
    refused(404, "at this table", () -> desk.get(facilitator, 999_999));
    refused(403, "can withdraw", () -> desk.withdrawing().withdraw(lmc, id, "mine"));
    refused(403, "nobody can put", () -> desk.putting().plan(lmc, 7, terms(ALL)));
    refused(404, "no shared draft", () -> desk.putting().plan(facilitator, 8, terms(ALL)));
    refused(
        403,
        "who directs it",
        () ->
            desk.naming()
                .name(
                    signatory(
                        now.keySet().stream()
                            .filter(code -> !network.equals(now.get(code)))
                            .findFirst()
                            .orElseThrow()),
                    id,
                    1,
                    "I",
                    "I"));
    assertThat(deeds(id)).containsExactly("consent.put");
    assertThat(desk.proposals().list(elsewhere)).isEmpty();
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

  @Test
  void aConditionIsRecordedByTheFacilitatorAndConfirmedByThePractice() {
    PracticeCode leaver = members(twoNetworks().getFirst()).getLast();
    Answer condition = new Answer.AgreesOn("the lease is signed");
    long id =
        desk.putting()
            .change(facilitator, new Change.Leave(leaver), terms(ALL, TODAY.plusDays(500)));
    say(desk, id, leaver, condition);
    long answer = lastAnswer(id, leaver);
    Seat practice = signatory(leaver);

    refused(409, "has not recorded", () -> desk.conditions().confirm(practice, id, answer));
    refused(
        403, "Only the facilitator", () -> desk.conditions().record(practice, id, leaver, answer));
    refused(409, "no such condition", () -> desk.conditions().record(facilitator, id, leaver, 1));
    assertThat(desk.conditions().record(facilitator, id, leaver, answer)).isTrue();
    assertThat(desk.conditions().record(facilitator, id, leaver, answer)).as("again").isFalse();
    assertThat(desk.get(facilitator, id).proposal().isOpen()).isTrue();

    assertThat(desk.conditions().confirm(practice, id, answer)).isTrue();
    assertThat(desk.get(facilitator, id).proposal().state()).isEqualTo(ProposalState.SEALED);
    assertThat(deeds(id))
        .containsExactly(
            "consent.put",
            "consent.given",
            "consent.condition.recorded",
            "consent.condition.confirmed",
            "change.sealed");
  }

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
    PracticeCode practice = members(one).getLast();
    LocalDate day = TODAY.plusDays(700);
    long move = desk.putting().change(facilitator, new Change.Move(practice, two), terms(ALL, day));
    long leave = desk.putting().change(facilitator, new Change.Leave(practice), terms(ALL, day));
    allAgree(leave);
    allAgree(move);

    Proposal failed = desk.get(facilitator, move).proposal();
    assertThat(failed.state()).isEqualTo(ProposalState.FAILED);
    assertThat(failed.endedWords()).singleElement().asString().contains("Since it was put");
    assertThat(memberships(day, TODAY)).doesNotContainKey(practice);
  }

  @Test
  void whatWasPutAndSaidCannotBeRewritten() {
    long id = desk.putting().plan(facilitator, 7, terms(ALL));
    PracticeCode code = now.keySet().iterator().next();
    say(desk, id, code, YES);
    for (String sql :
        List.of(
            "update consent.proposal set rule = 'DOUBLE_MAJORITY' where id = " + id,
            "update consent.proposal set closes_on = closes_on + 1 where id = " + id,
            "update consent.practice set patients = 1 where proposal = " + id,
            "update consent.answer set answer = 'OBJECTS', words = 'x' where proposal = " + id,
            "delete from consent.answer where proposal = " + id,
            "delete from consent.proposal where id = " + id)) {
      assertThatThrownBy(() -> jdbc.sql(sql).update()).as(sql).hasMessageContaining("keeps");
    }
    assertThat(desk.withdrawing().withdraw(facilitator, id, "We start again.")).isTrue();
    assertThat(desk.withdrawing().withdraw(facilitator, id, "We start again."))
        .as("again")
        .isFalse();
    refused(409, "has ended", () -> desk.answer(signatory(code), id, NO, lastAnswer(id, code)));
    assertThat(deeds(id)).containsExactly("consent.put", "consent.given", "consent.withdrawn");
  }

  @Test
  void termsThatMakeNoSenseAreRefused() {
    refused(
        400,
        "is over",
        () ->
            desk.putting()
                .plan(facilitator, 7, new Terms("x", ALL, TODAY.minusDays(1), TODAY.plusDays(9))));
    refused(
        400,
        "before the closing date",
        () ->
            desk.putting().plan(facilitator, 7, new Terms("x", ALL, CLOSES, CLOSES.minusDays(1))));
    refused(
        400,
        "expected 1 to",
        () -> desk.putting().plan(facilitator, 7, new Terms(" ", ALL, CLOSES, CLOSES)));
    refused(
        400,
        "expected the code of a practice",
        () ->
            desk.putting()
                .change(facilitator, new Change.Leave(new PracticeCode("NOPE")), terms(ALL)));
  }

  @Test
  void theNetworkNamesWhoDirectsItAndWhoIsPaid() {
    PracticeCode leaver = members(twoNetworks().getFirst()).getFirst();
    PracticeCode mate = members(twoNetworks().getFirst()).get(1);
    long id = desk.putting().change(facilitator, new Change.Leave(leaver), terms(ALL));
    Seat manager = Seats.of(PLACE, PartyKind.PRACTICE, mate.value(), Role.EDITOR);
    Seat viewer = Seats.of(PLACE, PartyKind.PRACTICE, mate.value(), Role.VIEWER);

    assertThat(desk.naming().name(manager, id, 1, " Dr A. Osei ", "Millbrook Surgery")).isTrue();
    assertThat(desk.naming().name(manager, id, 1, "Dr A. Osei", "Millbrook Surgery")).isFalse();
    refused(403, "who directs it", () -> desk.naming().name(viewer, id, 1, "I", "I"));
    refused(404, "no network 9", () -> desk.naming().name(manager, id, 9, "I", "I"));
    assertThat(desk.get(facilitator, id).networks().getFirst().clinicalDirector())
        .isEqualTo("Dr A. Osei");
    assertThat(deeds(id)).containsExactly("consent.put", "network.named");
  }

  @Test
  void whoIsOnlyToldFindsTheNoticeUntilItHolds() {
    // One that no other test changes.
    NetworkCode network =
        new TreeSet<>(now.values())
            .descendingSet().stream()
                .filter(each -> members(each).size() >= 3)
                .findFirst()
                .orElseThrow();
    PracticeCode leaver = members(network).getFirst();
    PracticeCode mate = members(network).get(1);
    PracticeCode stranger = members(twoNetworks().getLast()).getFirst();
    LocalDate effective = TODAY.plusDays(710);
    long id = desk.putting().change(facilitator, new Change.Leave(leaver), terms(ALL, effective));
    String link = "/table/consent/" + id;

    assertThat(waiting(TODAY, signatory(leaver), link))
        .extracting(Waiting::what)
        .containsExactly("Answer to “Six and six”");
    Seat manager = Seats.of(PLACE, PartyKind.PRACTICE, mate.value(), Role.EDITOR);
    for (Seat told : List.of(signatory(mate), manager)) {
      assertThat(waiting(TODAY, told, link))
          .singleElement()
          .satisfies(
              notice -> {
                assertThat(notice.what()).isEqualTo("Read what was put to others: “Six and six”");
                assertThat(notice.why()).contains(leaver.value()).contains("need not answer");
                assertThat(notice.until()).isEqualTo(CLOSES);
              });
    }
    assertThat(waiting(TODAY, signatory(stranger), link)).isEmpty();
    assertThat(waiting(TODAY, facilitator, link)).isEmpty();

    say(desk, id, leaver, YES);
    assertThat(waiting(TODAY, signatory(leaver), link)).isEmpty();
    assertThat(waiting(effective, manager, link))
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.what()).isEqualTo("Read what was sealed: “Six and six”");
              assertThat(notice.until()).isEqualTo(effective);
            });
    assertThat(waiting(effective.plusDays(1), manager, link)).as("it holds").isEmpty();

    long taken = desk.putting().change(facilitator, new Change.Leave(mate), terms(ALL));
    desk.withdrawing().withdraw(facilitator, taken, "We think again.");
    assertThat(waiting(TODAY, signatory(leaver), "/table/consent/" + taken))
        .as("what was withdrawn needs nobody")
        .isEmpty();
  }

  private List<Waiting> waiting(LocalDate day, Seat seat, String link) {
    return new ConsentAtTheTable(desk.proposals(), () -> day)
        .listWaiting(seat).stream().filter(one -> one.link().equals(link)).toList();
  }
}
