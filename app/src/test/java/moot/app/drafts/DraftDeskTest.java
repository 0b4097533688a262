package moot.app.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import moot.app.ServedTable;
import moot.app.SignedIn;
import moot.app.access.PartyKind;
import moot.app.access.Role;
import moot.app.access.Seat;
import moot.app.drafts.Change.Overtaken;
import moot.app.drafts.RestDesk.Wanted;
import moot.app.web.ToldToVisitors;
import moot.register.PracticeCode;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Drafts in the database: changed by many at once, undone, kept to their party until shared. */
class DraftDeskTest {
  private final DraftDesk desk = ServedTable.bean(DraftDesk.class);
  private final NewDrafts begun = ServedTable.bean(NewDrafts.class);
  private final ChangeDesk changes = ServedTable.bean(ChangeDesk.class);
  private final DraftStore drafts = ServedTable.bean(DraftStore.class);
  private final RestStore rests = ServedTable.bean(RestStore.class);
  private final Seat facilitator =
      SignedIn.as(PartyKind.FACILITATOR, "facilitator", Role.EDITOR).seat();
  private final Seat practice = SignedIn.as(PartyKind.PRACTICE, "Z90001", Role.EDITOR).seat();

  @Test
  void changesOfOtherPracticesAreMadeAgainOnWhatThereIs_andNoneIsLost() {
    long id = begun.fromToday(facilitator, "Two hands");
    DraftState first = state(id);
    String a = some(first, 0);
    String b = some(first, 1);
    String north = first.getNetwork(some(first, 30));

    changes.change(facilitator, id, 1, new Change.Move(Set.of(a), north));
    int version = changes.change(facilitator, id, 1, new Change.Move(Set.of(b), Change.NEW));

    assertThat(version).isEqualTo(3);
    assertThat(state(id).networkOf()).containsEntry(a, north).containsEntry(b, "New 1");
    assertThatThrownBy(
            () ->
                changes.change(
                    facilitator, id, 1, new Change.Move(Set.of(a, some(first, 2)), north)))
        .isInstanceOf(Overtaken.class)
        .hasMessageContaining("has been moved")
        .hasMessageContaining(facilitator.personName())
        .hasMessageContaining("Maybe");
    assertThat(drafts.find(id).orElseThrow().latest()).isEqualTo(3);
    // Both made a new network: of two names.
    changes.change(facilitator, id, 1, new Change.Move(Set.of(some(first, 3)), Change.NEW));
    assertThat(state(id).networkOf()).containsEntry(some(first, 3), "New 2");
  }

  @Test
  void undoAndRedoAreVersionsToo_andNothingIsLost() {
    long id = begun.fromToday(facilitator, "Back and forth");
    DraftState first = state(id);
    String a = some(first, 0);
    int two = changes.change(facilitator, id, 1, new Change.Move(Set.of(a), Change.NEW));
    DraftState second = state(id);
    int three = changes.change(facilitator, id, two, new Change.Move(Set.of(a), Change.NONE));
    DraftState third = state(id);
    assertThat(third.networkOf()).doesNotContainKey(a);

    int now = changes.change(facilitator, id, three, new Change.Undo());
    assertThat(state(id)).isEqualTo(second);
    now = changes.change(facilitator, id, now, new Change.Undo());
    assertThat(state(id)).isEqualTo(first);
    int at = now;
    assertThatThrownBy(() -> changes.change(facilitator, id, at, new Change.Undo()))
        .isInstanceOf(ToldToVisitors.class)
        .hasMessageContaining("nothing to undo");
    now = changes.change(facilitator, id, now, new Change.Redo());
    assertThat(state(id)).isEqualTo(second);
    now = changes.change(facilitator, id, now, new Change.Redo());
    assertThat(state(id)).isEqualTo(third);
    now = changes.change(facilitator, id, now, new Change.GoBack(1));
    assertThat(state(id)).isEqualTo(first);
    now = changes.change(facilitator, id, now, new Change.Undo());
    assertThat(state(id)).isEqualTo(third);
    assertThat(now).isEqualTo(9);
    // Undoing names what it undoes; whoever undoes something else than they saw is told.
    assertThatThrownBy(() -> changes.change(facilitator, id, 5, new Change.Undo()))
        .isInstanceOf(Overtaken.class);
    for (int number = 1; number <= 9; number++) {
      assertThat(drafts.findVersion(id, number)).isPresent();
    }
    JdbcClient jdbc = JdbcClient.create(ServedTable.bean(DataSource.class));
    assertThatThrownBy(
            () -> jdbc.sql("delete from drafts.version where draft = :id").param("id", id).update())
        .hasMessageContaining("written once");
  }

  @Test
  void whatIsKeptCannotBeChangedByAccident() {
    long id = begun.fromToday(facilitator, "Kept");
    DraftState first = state(id);
    String a = some(first, 0);
    String network = first.getNetwork(a);
    String other =
        first.networks().stream().filter(n -> !n.equals(network)).findFirst().orElseThrow();
    int now = changes.change(facilitator, id, 1, new Change.Keep(network, true));
    assertThatThrownBy(
            () -> changes.change(facilitator, id, now, new Change.Move(Set.of(a), other)))
        .hasMessageContaining("is kept as it is. Maybe");
    // Somebody who saw an older version keeps a network that is not what they saw.
    int then =
        changes.change(
            facilitator, id, now, new Change.Move(Set.of(some(first, other)), Change.NONE));
    assertThatThrownBy(() -> changes.change(facilitator, id, now, new Change.Keep(other, true)))
        .isInstanceOf(Overtaken.class);
    changes.change(facilitator, id, then, new Change.Keep(network, false));
    assertThat(state(id).keep()).isEmpty();
  }

  @Test
  void aDraftIsItsPartysUntilItIsShared_andSharingIsInTheJournal() {
    long id = begun.fromToday(facilitator, "Not yet for all");
    assertThatThrownBy(() -> desk.get(practice, id)).hasMessageContaining("There is no draft");
    assertThatThrownBy(
            () -> changes.change(practice, id, 1, new Change.Move(Set.of("Z90001"), Change.NEW)))
        .hasMessageContaining("There is no draft");
    assertThat(drafts.list(facilitator.getPlace(), practice.party().id()))
        .extracting(Draft::id)
        .doesNotContain(id);

    desk.share(facilitator, id);
    assertThat(desk.get(practice, id).name()).isEqualTo("Not yet for all");
    assertThatThrownBy(() -> desk.rename(practice, id, "Ours"))
        .hasMessageContaining("only they name it");
    JdbcClient jdbc = JdbcClient.create(ServedTable.bean(DataSource.class));
    assertThat(
            jdbc.sql("select words from journal.entry where subject = :s and deed = 'draft.shared'")
                .param("s", "draft:" + id)
                .query(String.class)
                .list())
        .containsExactly("shared the draft “Not yet for all” with the table");
  }

  @Test
  void aViewerOnlyLooks() {
    Seat viewer = SignedIn.as(PartyKind.FACILITATOR, "facilitator", Role.VIEWER).seat();
    assertThatThrownBy(() -> begun.fromToday(viewer, "Mine")).hasMessageContaining("may edit");
  }

  /**
   * Many at once, each with practices of their own: every acknowledged move is there at the end.
   */
  @Test
  void ofManyThreadsNoneLosesAMove() throws Exception {
    long id = begun.fromToday(facilitator, "Many hands");
    desk.share(facilitator, id);
    DraftState first = state(id);
    List<String> practices = new ArrayList<>(first.networkOf().keySet());
    List<String> networks = new ArrayList<>(first.networks());
    int threads = 10;
    Map<String, String> expected = new TreeMap<>(first.networkOf());
    AtomicInteger acknowledged = new AtomicInteger();
    try (ExecutorService hands = Executors.newFixedThreadPool(threads)) {
      List<Future<Map<String, String>>> all = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        int mine = thread;
        all.add(
            hands.submit(
                () -> {
                  Map<String, String> moved = new TreeMap<>();
                  int seen = 1;
                  for (int move = 0; move < 20; move++) {
                    String who = practices.get(mine + threads * (move % 4));
                    // A network that nobody empties: the last practices of the list never move.
                    String to =
                        first.getNetwork(practices.get(practices.size() - 1 - (mine + move) % 8));
                    int version =
                        changes.change(
                            mine % 2 == 0 ? facilitator : practice,
                            id,
                            seen,
                            new Change.Move(Set.of(who), to));
                    acknowledged.incrementAndGet();
                    moved.put(who, to);
                    // Some look at what there is now and then, some go on from what they made.
                    seen = move % 3 == 0 ? drafts.find(id).orElseThrow().current() : version;
                  }
                  return moved;
                }));
      }
      for (Future<Map<String, String>> one : all) {
        expected.putAll(one.get(60, TimeUnit.SECONDS));
      }
    }
    assertThat(acknowledged).hasValue(200);
    assertThat(state(id).networkOf()).isEqualTo(expected);
    assertThat(networks).isNotEmpty();
    // No version is missing, and each is made from one that there is.
    Draft draft = drafts.find(id).orElseThrow();
    assertThat(draft.current()).isEqualTo(draft.latest());
    List<Line> history = drafts.history(id, 0, 1_000);
    assertThat(history).hasSize(draft.latest());
  }

  /** Many at once, all after the same practice: one is first, the others are told. */
  @Test
  void ofManyAfterTheSamePracticeOneIsFirst() throws Exception {
    long id = begun.fromToday(facilitator, "One chair");
    DraftState first = state(id);
    String a = some(first, 0);
    List<String> networks =
        first.networks().stream().filter(n -> !n.equals(first.getNetwork(a))).limit(8).toList();
    try (ExecutorService hands = Executors.newFixedThreadPool(8)) {
      List<Future<String>> all = new ArrayList<>();
      for (String network : networks) {
        all.add(
            hands.submit(
                () -> {
                  try {
                    changes.change(facilitator, id, 1, new Change.Move(Set.of(a), network));
                    return network;
                  } catch (Overtaken e) {
                    return "";
                  }
                }));
      }
      Set<String> won = new TreeSet<>();
      for (Future<String> one : all) {
        won.add(one.get(30, TimeUnit.SECONDS));
      }
      won.remove("");
      assertThat(won).hasSize(1);
      assertThat(state(id).networkOf()).containsEntry(a, won.iterator().next());
      assertThat(drafts.find(id).orElseThrow().latest()).isEqualTo(2);
    }
  }

  @Test
  void whatIsKeptIsThereWhenTheRestIsCompleted_andItIsProved() throws Exception {
    long id = begun.fromToday(facilitator, "The rest");
    DraftState first = state(id);
    // A network that no search would make: practices from far apart, kept as it is.
    Set<String> odd = Set.of(some(first, 0), some(first, 25), some(first, 50));
    int now = changes.change(facilitator, id, 1, new Change.Move(odd, Change.NEW));
    now = changes.change(facilitator, id, now, new Change.Keep("New 1", true));
    String out = some(first, 10);
    now =
        changes.change(
            facilitator,
            id,
            now,
            new Change.Lock(new DraftLock(DraftLock.Kind.LEAVE_OUT, List.of(out))));
    Set<String> apart = Set.of(some(first, 3), some(first, 4));
    now =
        changes.change(
            facilitator,
            id,
            now,
            new Change.Lock(new DraftLock(DraftLock.Kind.APART, List.copyOf(apart))));
    ServedTable.bean(RestDesk.class).ask(facilitator, id, now, new Wanted.Everything());
    Rest rest = waitForRest(id);
    assertThat(rest.failed()).as(rest.message()).isFalse();

    Draft draft = drafts.find(id).orElseThrow();
    assertThat(draft.current()).isEqualTo(now + 1);
    DraftVersion version = drafts.getVersion(id, draft.current());
    DraftState state = version.state();
    assertThat(state.members("New 1")).isEqualTo(new TreeSet<>(odd));
    assertThat(state.networkOf()).doesNotContainKey(out).hasSize(61);
    assertThat(apart.stream().map(state.networkOf()::get).distinct()).hasSize(2);
    DraftVersion.Proof proof = java.util.Objects.requireNonNull(version.proof());
    assertThat(proof.proved()).isTrue();
    assertThat(proof.cost()).isGreaterThanOrEqualTo(proof.bound());
    assertThat(version.words()).contains("completed the rest, 1 network kept: proved the best");
  }

  @Test
  void onlyTheChosenNetworksAreImproved() throws Exception {
    long id = begun.fromToday(facilitator, "Only some");
    DraftState first = state(id);
    Set<String> free = Set.of("UZ0001", "UZ0002", "UZ0003");
    assertThat(first.networks()).containsAll(free);
    assertThatThrownBy(
            () ->
                ServedTable.bean(RestDesk.class)
                    .ask(facilitator, id, 1, new Wanted.Only(Set.of("Nowhere"))))
        .hasMessageContaining("expected networks of this draft");
    ServedTable.bean(RestDesk.class).ask(facilitator, id, 1, new Wanted.Only(free));
    assertThat(waitForRest(id).failed()).isFalse();
    DraftState now = state(id);
    for (String network : first.networks()) {
      if (!free.contains(network)) {
        assertThat(now.members(network)).as(network).isEqualTo(first.members(network));
      }
    }
    assertThat(now.networkOf()).hasSize(62);
    assertThat(drafts.getVersion(id, 2).words()).contains("13 networks kept: proved the best");
  }

  @Test
  void atMostSoManyMove_theKeptNetworkStays_andEachFurtherMoveIsPriced() throws Exception {
    long id = begun.fromToday(facilitator, "A few moves");
    DraftState first = state(id);
    int now = changes.change(facilitator, id, 1, new Change.Keep("UZ0001", true));
    RestDesk rest = ServedTable.bean(RestDesk.class);
    for (int none : new int[] {0, 51}) {
      assertThatThrownBy(() -> rest.ask(facilitator, id, now, new Wanted.FewMoves(none)))
          .hasMessageContaining("%d moves: expected 1 to 50".formatted(none));
    }
    rest.ask(facilitator, id, now, new Wanted.FewMoves(3));
    assertThat(waitForRest(id).message()).isEqualTo("The rest is completed.");
    DraftState then = state(id);
    assertThat(then.members("UZ0001")).isEqualTo(first.members("UZ0001"));
    assertThat(
            first.networkOf().entrySet().stream()
                .filter(entry -> !entry.getValue().equals(then.networkOf().get(entry.getKey()))))
        .hasSizeBetween(1, 3);
    DraftVersion version = drafts.getVersion(id, now + 1);
    assertThat(version.words()).contains("of at most 3, 1 network kept: proved the best");
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
    List<Rest.Gain> gains = rests.findLast(id).orElseThrow().gains();
    while (gains.isEmpty() && System.nanoTime() < until) {
      Thread.sleep(100);
      gains = rests.findLast(id).orElseThrow().gains();
    }
    assertThat(gains).hasSizeBetween(4, 11);
    assertThat(gains.getFirst().moved()).isZero();
    for (int k = 1; k < gains.size(); k++) {
      assertThat(gains.get(k).cost()).isLessThanOrEqualTo(gains.get(k - 1).cost() + 1e-6);
      assertThat(gains.get(k).moved()).isLessThanOrEqualTo(gains.get(k).most());
    }
    assertThat(gains.get(3).cost())
        .isCloseTo(java.util.Objects.requireNonNull(version.proof()).cost(), within(1e-6));
  }

  @Test
  void locksThatContradictAreNamed_andTheDraftStaysAsItIs() throws Exception {
    long id = begun.fromToday(facilitator, "Both at once");
    List<String> two = List.of("Z90001", "Z90002");
    int now =
        changes.change(
            facilitator, id, 1, new Change.Lock(new DraftLock(DraftLock.Kind.APART, two)));
    now =
        changes.change(
            facilitator, id, now, new Change.Lock(new DraftLock(DraftLock.Kind.TOGETHER, two)));
    ServedTable.bean(RestDesk.class).ask(facilitator, id, now, new Wanted.Everything());
    Rest rest = waitForRest(id);
    assertThat(rest.failed()).isTrue();
    assertThat(rest.message())
        .contains("contradict")
        .contains("together: Z90001, Z90002")
        .contains("Maybe");
    assertThat(drafts.find(id).orElseThrow().current()).isEqualTo(now);
  }

  @Test
  void aDraftThatWentOnMeanwhileIsNotOverwritten() throws Exception {
    long id = begun.fromToday(facilitator, "Meanwhile");
    DraftState first = state(id);
    Rest rest = rests.find(rests.add(id, 1, facilitator, Set.of(), null, null)).orElseThrow();
    changes.change(facilitator, id, 1, new Change.Move(Set.of(some(first, 0)), Change.NEW));
    DraftState now = state(id);
    Map<String, String> made = new TreeMap<>();
    first.networkOf().keySet().forEach(p -> made.put(p, "All"));
    ServedTable.bean(RestDesk.class)
        .completed(
            rest,
            new Change.Completed(made, new DraftVersion.Proof(true, 1, 1, 0, 0, ""), List.of()),
            "completed the rest");
    assertThat(state(id)).isEqualTo(now);
    Draft draft = drafts.find(id).orElseThrow();
    assertThat(draft.current()).isEqualTo(2);
    assertThat(draft.latest()).isEqualTo(3);
    assertThat(rests.findLast(id).orElseThrow().message()).contains("version 3");
    // It can be gone back to, and the next change has a number of its own.
    assertThat(changes.change(facilitator, id, 2, new Change.GoBack(3))).isEqualTo(4);
    assertThat(state(id).networks()).containsExactly("All");
  }

  private Rest waitForRest(long id) throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
    while (true) {
      Rest rest = rests.findLast(id).orElseThrow();
      if (rest.ended()) {
        return rest;
      }
      assertThat(System.nanoTime()).as("time").isLessThan(until);
      Thread.sleep(100);
    }
  }

  private DraftState state(long id) {
    Draft draft = drafts.find(id).orElseThrow();
    return drafts.getVersion(id, draft.current()).state();
  }

  private static String some(DraftState state, int which) {
    return new ArrayList<>(state.networkOf().keySet()).get(which);
  }

  private static String some(DraftState state, String network) {
    return state.members(network).iterator().next();
  }

  @Test
  void theCodesOfADraftAreThoseOfTheRegister() {
    long id = begun.fromToday(facilitator, "Codes");
    assertThatThrownBy(
            () -> changes.change(facilitator, id, 1, new Change.Move(Set.of("<b>"), Change.NEW)))
        .hasMessageContaining("expected the code of a practice");
    assertThat(new PracticeCode(some(state(id), 0)).value()).isNotEmpty();
  }
}
