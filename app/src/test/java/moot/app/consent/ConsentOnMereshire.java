package moot.app.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import moot.app.ServedTable;
import moot.app.access.PartyKind;
import moot.app.access.Role;
import moot.app.access.Seat;
import moot.app.journal.Journal;
import moot.app.register.RegisterStore;
import moot.app.web.ToldToVisitors;
import moot.formation.FormingPlace;
import moot.formation.FormingPractice;
import moot.register.NetworkCode;
import moot.register.PlaceCode;
import moot.register.PracticeCode;
import moot.sample.Mereshire;
import moot.voice.consent.Answer;
import moot.voice.consent.Rule;
import moot.voice.consent.Share;
import moot.voice.consent.Terms;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Mereshire's practices, a draft of their networks and all desks of consent, for the tests of each.
 * All that is sealed takes effect in the time to come, so that what holds today stays as it is. The
 * running table is one for all of them.
 */
abstract class ConsentOnMereshire {
  static final LocalDate TODAY = LocalDate.now();
  static final LocalDate CLOSES = TODAY.plusDays(20);
  static final PlaceCode PLACE = Mereshire.PLACE;

  static final Answer YES = new Answer.Agrees();
  static final Answer NO = new Answer.Objects("too far for our patients");

  static final Rule ALL = new Rule.EachPractice(false);
  static final Rule MAJORITY = new Rule.DoubleMajority(Share.HALF, false);

  final JdbcClient jdbc = ServedTable.bean(JdbcClient.class);
  final RegisterStore register = ServedTable.bean(RegisterStore.class);
  final FormingPlace mereshire = register.getFormingPlace(PLACE);
  final Map<PracticeCode, String> draft = new TreeMap<>();
  final Map<PracticeCode, NetworkCode> now = new TreeMap<>();
  final Seat facilitator = Seats.of(PLACE, PartyKind.FACILITATOR, "CHAIR", Role.EDITOR);
  final Desk desk = deskOn(TODAY);
  private final Map<PracticeCode, Seat> signatories = new HashMap<>();

  ConsentOnMereshire() {
    for (FormingPractice practice : mereshire.practices()) {
      NetworkCode network = practice.today();
      if (network != null) {
        draft.put(practice.code(), network.value());
        now.put(practice.code(), network);
      }
    }
  }

  /** All desks of consent, as they are on one day. */
  record Desk(
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

  Desk deskOn(LocalDate day) {
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

  static Terms terms(Rule rule) {
    return terms(rule, TODAY.plusDays(90));
  }

  static Terms terms(Rule rule, LocalDate effective) {
    return new Terms("Six and six", rule, CLOSES, effective);
  }

  Seat signatory(PracticeCode code) {
    return signatories.computeIfAbsent(
        code, c -> Seats.of(PLACE, PartyKind.PRACTICE, c.value(), Role.SIGNATORY));
  }

  List<PracticeCode> members(NetworkCode network) {
    return now.keySet().stream().filter(code -> network.equals(now.get(code))).toList();
  }

  /** Two networks with at least three practices each. */
  List<NetworkCode> twoNetworks() {
    return new TreeSet<>(now.values())
        .stream().filter(network -> members(network).size() >= 3).limit(2).toList();
  }

  long lastAnswer(long id, PracticeCode code) {
    GivenAnswer given = desk.get(facilitator, id).given().get(code);
    return given == null ? 0 : given.id();
  }

  boolean say(Desk at, long id, PracticeCode code, Answer answer) {
    return at.answer(signatory(code), id, answer, lastAnswer(id, code));
  }

  /** All that are asked and have not answered agree, until it is over. */
  void allAgree(long id) {
    for (ProposedPractice practice : desk.get(facilitator, id).practices()) {
      Matter matter = desk.get(facilitator, id);
      if (matter.proposal().isOpen()
          && practice.isAsked()
          && !matter.given().containsKey(practice.code())) {
        say(desk, id, practice.code(), YES);
      }
    }
  }

  List<String> deeds(long id) {
    return jdbc.sql("select deed from journal.entry where subject = :s order by number")
        .param("s", "proposal:" + id)
        .query(String.class)
        .list();
  }

  Map<PracticeCode, NetworkCode> memberships(LocalDate on, LocalDate known) {
    Map<PracticeCode, NetworkCode> all = new TreeMap<>();
    register
        .listMemberships(on, known)
        .forEach(membership -> all.put(membership.practice(), membership.network()));
    return all;
  }

  static void refused(int status, String words, Supplier<?> what) {
    assertThatThrownBy(what::get)
        .isInstanceOfSatisfying(
            ToldToVisitors.class,
            told -> {
              assertThat(told.status()).isEqualTo(status);
              assertThat(told.getMessage()).contains(words).contains("Maybe");
            });
  }
}
