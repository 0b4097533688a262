package moot.app.journal;

import moot.app.access.Seat;
import moot.app.web.Listing;
import moot.voice.journal.JournalEntry;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The journal for programs. */
@RestController
class JournalApi {
  private final JournalReader journal;

  JournalApi(JournalReader journal) {
    this.journal = journal;
  }

  /** What the seat may see, newest first. */
  @GetMapping("/api/journal")
  Listing<JournalEntry> journal(
      Seat seat,
      @RequestParam(defaultValue = "") String about,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = Listing.DEFAULT_SIZE) int size) {
    return Listing.of(
        page,
        size,
        journal.count(seat, about),
        (offset, limit) -> journal.list(seat, about, offset, limit));
  }

  @GetMapping("/api/journal/check")
  JournalReader.Walked check() {
    return journal.walk(entry -> true);
  }
}
