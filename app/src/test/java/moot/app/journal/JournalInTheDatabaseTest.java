package moot.app.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import moot.app.access.Party;
import moot.app.access.PartyKind;
import moot.app.access.Role;
import moot.app.access.Seat;
import moot.app.database.Database;
import moot.app.database.DatabaseSettings;
import moot.app.database.TablesOwner;
import moot.register.PlaceCode;
import moot.voice.journal.Chain;
import moot.voice.journal.JournalEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The journal holds against its own application, and shows what was done by those above it. */
class JournalInTheDatabaseTest {
  private static final PlaceCode MERESHIRE = new PlaceCode("ZME");
  private static final PlaceCode ELSEWHERE = new PlaceCode("ZZZ");

  @TempDir static Path home;

  @SuppressWarnings("NullAway.Init")
  private static Database database;

  private JdbcClient jdbc;
  private TransactionTemplate transaction;
  private Journal journal;
  private JournalReader reader;

  @BeforeAll
  static void open() {
    System.setProperty("moot.postgres.programs", Path.of("target/postgres").toString());
    database = Database.open(new DatabaseSettings(home, null), step -> {});
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void beginAnew() {
    JdbcClient owner = JdbcClient.create(TablesOwner.of(home));
    owner.sql("alter table journal.entry disable trigger no_rewriting").update();
    owner.sql("truncate journal.entry").update();
    owner.sql("alter table journal.entry enable trigger no_rewriting").update();
    jdbc = JdbcClient.create(database.dataSource());
    transaction = new TransactionTemplate(new DataSourceTransactionManager(database.dataSource()));
    journal = new Journal(jdbc);
    reader = new JournalReader(database.dataSource());
  }

  private static Seat seat(long party, PlaceCode place) {
    return new Seat(
        1,
        1,
        "Dr Amara Osei",
        new Party(party, PartyKind.PRACTICE, "Z10001", "Millbrook Surgery", place),
        Role.SIGNATORY);
  }

  private void write(Seat seat, Deed deed) {
    transaction.executeWithoutResult(status -> journal.write(seat, deed));
  }

  private JournalReader.Walked walk() {
    return reader.walk(entry -> true);
  }

  private void writeFive() {
    for (int n = 1; n <= 5; n++) {
      write(
          seat(1, MERESHIRE),
          Deed.open("consent.given", "proposal:7", MERESHIRE, "agreed for the " + n + "th time")
              .with("answer", "agree ✓ – “yes”"));
    }
  }

  @Test
  void whatIsWrittenIsReadAndFits() {
    writeFive();
    assertThat(walk()).isEqualTo(new JournalReader.Walked(5, walk().head(), null));
    JournalEntry last = reader.list(seat(1, MERESHIRE), "proposal:7", 0, 10).getFirst();
    assertThat(last.number()).isEqualTo(5);
    assertThat(last.hash()).isEqualTo(walk().head());
    assertThat(last.details()).containsEntry("answer", "agree ✓ – “yes”");
  }

  @Test
  void itIsWrittenWithTheChangeOrNotAtAll() {
    assertThatThrownBy(
            () -> journal.write("Moot", Deed.open("consent.given", "proposal:7", null, "agreed")))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    status -> {
                      journal.write("Moot", Deed.open("a.deed", "draft:1", null, "did"));
                      throw new IllegalStateException("the change failed");
                    }))
        .hasMessage("the change failed");
    assertThat(walk().entries()).isZero();
  }

  @Test
  void theApplicationsRoleCannotUpdateOrDelete() {
    writeFive();
    jdbc.sql("grant update, delete on journal.entry to moot_app").update(); // grants nothing
    for (String sql :
        List.of(
            "update journal.entry set words = 'objected' where number = 3",
            "delete from journal.entry where number = 5",
            "truncate journal.entry",
            "alter table journal.entry disable trigger no_rewriting",
            "drop trigger no_rewriting on journal.entry",
            "drop table journal.entry")) {
      assertThatThrownBy(() -> jdbc.sql(sql).update())
          .as(sql)
          .rootCause()
          .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }
    assertThat(walk().entries()).isEqualTo(5);
    assertThat(walk().misfit()).isNull();
  }

  @Test
  void theOwnerIsStoppedByTheTrigger_andFoundOutWithoutIt() {
    writeFive();
    JdbcClient owner = JdbcClient.create(TablesOwner.of(home));
    String bend = "update journal.entry set words = 'objected' where number = 3";
    assertThatThrownBy(() -> owner.sql(bend).update()).hasMessageContaining("written once");
    owner.sql("alter table journal.entry disable trigger no_rewriting").update();
    owner.sql(bend).update();
    assertThat(walk().misfit()).extracting(Chain.Misfit::number).isEqualTo(3L);
    assertThat(walk().entries()).isEqualTo(2);
  }

  @Test
  void anEntryTakenOutIsMissed_andAnEndCutOffIsToldByANotedHead() {
    writeFive();
    String noted = walk().head();
    JdbcClient owner = JdbcClient.create(TablesOwner.of(home));
    owner.sql("alter table journal.entry disable trigger no_rewriting").update();
    owner.sql("delete from journal.entry where number = 5").update();
    assertThat(walk().misfit()).as("the chain alone cannot know its end").isNull();
    List<String> hashes = new ArrayList<>();
    reader.walk(entry -> hashes.add(entry.hash()));
    assertThat(hashes).hasSize(4).doesNotContain(noted);
    owner.sql("delete from journal.entry where number = 2").update();
    assertThat(walk().misfit()).extracting(Chain.Misfit::number).isEqualTo(3L);
  }

  @Test
  void twentyWriteAtOnceAndTheChainIsOne() throws Exception {
    try (ExecutorService writers = Executors.newFixedThreadPool(20)) {
      List<Future<?>> all = new ArrayList<>();
      for (int n = 0; n < 400; n++) {
        String subject = "draft:" + n;
        all.add(
            writers.submit(
                () -> write(seat(1, MERESHIRE), Deed.open("d", subject, MERESHIRE, "did"))));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
    assertThat(walk().entries()).isEqualTo(400);
    assertThat(walk().misfit()).isNull();
  }

  @Test
  void aSeatSeesItsTableAndItsOwnPartyOnly() {
    write(seat(1, MERESHIRE), Deed.open("a", "draft:1", MERESHIRE, "for the table"));
    write(seat(2, MERESHIRE), Deed.within(2, "b", "wishes:2", MERESHIRE, "for party 2"));
    write(seat(3, ELSEWHERE), Deed.open("c", "draft:9", ELSEWHERE, "at another table"));
    write(seat(3, ELSEWHERE), Deed.open("d", "import:1", null, "for everybody"));

    assertThat(words(seat(1, MERESHIRE))).containsExactly("for everybody", "for the table");
    assertThat(words(seat(2, MERESHIRE)))
        .containsExactly("for everybody", "for party 2", "for the table");
    assertThat(words(seat(3, ELSEWHERE))).containsExactly("for everybody", "at another table");
    assertThat(reader.count(seat(1, MERESHIRE), "wishes:2")).isZero();
  }

  private List<String> words(Seat seat) {
    return reader.list(seat, "", 0, 10).stream().map(JournalEntry::words).toList();
  }
}
