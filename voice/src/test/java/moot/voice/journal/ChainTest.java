package moot.voice.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A journal nobody can bend unseen. */
class ChainTest {
  private static JournalEntry entry(long number, String words, String previous) {
    JournalEntry open =
        new JournalEntry(
            number,
            Instant.parse("2026-04-01T09:00:00Z").plusSeconds(number),
            "Dr Amara Osei",
            "Millbrook Surgery",
            "ZME",
            "consent.given",
            "draft:7",
            words,
            new TreeMap<>(java.util.Map.of("answer", "agree")),
            previous,
            "");
    return with(open, Chain.hash(open));
  }

  private static JournalEntry with(JournalEntry e, String hash) {
    return new JournalEntry(
        e.number(),
        e.at(),
        e.person(),
        e.party(),
        e.place(),
        e.deed(),
        e.subject(),
        e.words(),
        e.details(),
        e.previousHash(),
        hash);
  }

  private static List<JournalEntry> journal() {
    List<JournalEntry> journal = new ArrayList<>();
    String previous = Chain.BEGINNING;
    for (int n = 1; n <= 5; n++) {
      JournalEntry next = entry(n, "said yes, number " + n, previous);
      journal.add(next);
      previous = next.hash();
    }
    return journal;
  }

  private static Optional<Chain.Misfit> walk(List<JournalEntry> journal) {
    Chain chain = new Chain();
    for (JournalEntry entry : journal) {
      Optional<Chain.Misfit> misfit = chain.next(entry);
      if (misfit.isPresent()) {
        return misfit;
      }
    }
    return Optional.empty();
  }

  @Test
  void whatWasWrittenFits() {
    assertThat(walk(journal())).isEmpty();
  }

  @Test
  void aChangedWordIsFound() {
    List<JournalEntry> journal = journal();
    JournalEntry third = journal.get(2);
    JournalEntry bent = entry(3, "said no", third.previousHash());
    journal.set(2, with(bent, third.hash()));
    assertThat(walk(journal).map(Chain.Misfit::number)).contains(3L);
  }

  @Test
  void anEntryRehashedByTheForgerBreaksTheNext() {
    List<JournalEntry> journal = journal();
    journal.set(2, entry(3, "said no", journal.get(1).hash()));
    assertThat(walk(journal).map(Chain.Misfit::number)).contains(4L);
  }

  @Test
  void aRemovedEntryIsMissed() {
    List<JournalEntry> journal = journal();
    journal.remove(1);
    assertThat(walk(journal).map(Chain.Misfit::number)).contains(3L);
  }

  @Test
  void movingTextBetweenFieldsIsFound() {
    JournalEntry first = journal().getFirst();
    JournalEntry moved =
        new JournalEntry(
            first.number(),
            first.at(),
            first.person() + "M",
            "illbrook Surgery",
            first.place(),
            first.deed(),
            first.subject(),
            first.words(),
            first.details(),
            first.previousHash(),
            first.hash());
    assertThat(walk(List.of(moved)).map(Chain.Misfit::number)).contains(1L);
  }
}
