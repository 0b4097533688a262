package moot.app.wishes;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import moot.app.access.PartyKind;
import moot.app.access.Seat;
import moot.app.journal.Deed;
import moot.app.journal.Journal;
import moot.app.table.Waiting;
import moot.app.table.WaitingSource;
import moot.app.web.ToldToVisitors;
import moot.register.PlaceCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Takes down what a practice says in confidence, and publishes what it chooses to. */
@Service
class WishDesk implements WaitingSource {
  /** The longest conditions, in characters. */
  static final int MOST_CHARACTERS = 4_000;

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final SecureRandom RANDOM = new SecureRandom();

  private final WishStore store;
  private final Journal journal;

  WishDesk(WishStore store, Journal journal) {
    this.store = store;
    this.journal = journal;
  }

  /**
   * Keeps what a practice says now.
   *
   * @param on the number of the version that it was written on
   * @throws Overtaken when a colleague has said something else since
   */
  @Transactional
  int keep(Seat seat, int on, Confidence said) {
    PlaceCode place = practicePlace(seat);
    if (!seat.role().edits()) {
      throw new ToldToVisitors(
          403,
          "A viewer reads what %s says in confidence and does not change it. Maybe ask its administrator for another role?"
              .formatted(seat.party().name()));
    }
    store.lock(seat.party().id());
    ConfidenceVersion now = checkedNow(seat, on);
    if (now.number() > 0 && now.said().equals(said)) {
      return now.number();
    }
    byte[] random = new byte[16];
    RANDOM.nextBytes(random);
    String salt = HexFormat.of().formatHex(random);
    store.add(seat, now.number() + 1, salt, said);
    journal.write(
        seat,
        Deed.within(
                seat.party().id(),
                "wishes.kept",
                subject(seat),
                place,
                "said in confidence what the practice wants")
            .with("version", Integer.toString(now.number() + 1))
            .with("digest", digest(salt, said)));
    return now.number() + 1;
  }

  /**
   * Publishes some parts of what the practice says now, and takes back all others.
   *
   * @param parts names of parts, as {@link Published} has them
   */
  @Transactional
  void publish(Seat seat, int on, Set<String> parts) {
    PlaceCode place = practicePlace(seat);
    if (!seat.role().signs()) {
      throw new ToldToVisitors(
          403,
          "You act for %s as %s: expected its authorised signatory. Maybe ask them to publish it?"
              .formatted(seat.party().name(), seat.role().words()));
    }
    store.lock(seat.party().id());
    Map<String, String> may = values(checkedNow(seat, on).said());
    Map<String, String> before =
        new TreeMap<>(store.findPublished(seat).map(Published::parts).orElse(Map.of()));
    for (String part : parts) {
      String value = may.get(part);
      if (value == null) {
        throw new ToldToVisitors(
            400,
            "There is nothing of that kind to publish. Maybe it was changed meanwhile, or the page is of another version?");
      }
      if (!value.equals(before.remove(part))) {
        store.publish(seat, part, value);
        write(seat, place, "wish.published", "published ", part);
      }
    }
    for (String part : before.keySet()) {
      store.unpublish(seat, part);
      write(seat, place, "wish.taken-back", "no longer publishes ", part);
    }
  }

  /** The journal says that it was published and of what kind, so that it can be taken back. */
  private void write(Seat seat, PlaceCode place, String kind, String words, String part) {
    journal.write(
        seat,
        Deed.open(
            kind,
            subject(seat),
            place,
            words
                + switch (part) {
                  case Published.STANCE -> "its stance";
                  case Published.CONDITIONS -> "what it needs first";
                  default -> "a wish about another practice";
                }));
  }

  /** What may be published of it: by part, the value. */
  static Map<String, String> values(Confidence said) {
    Map<String, String> values = new TreeMap<>();
    Stance stance = said.stance();
    if (stance != null) {
      values.put(Published.STANCE, stance.name());
    }
    if (!said.conditions().isEmpty()) {
      values.put(Published.CONDITIONS, said.conditions());
    }
    said.wishes().forEach((code, wish) -> values.put(Published.WISH + code, wish.name()));
    return values;
  }

  private ConfidenceVersion checkedNow(Seat seat, int on) {
    ConfidenceVersion now = store.getNow(seat.party().id());
    if (now.number() != on) {
      throw new Overtaken(now);
    }
    return now;
  }

  /** Only a practice says what it wants. */
  static PlaceCode practicePlace(Seat seat) {
    PlaceCode place = seat.party().place();
    if (seat.party().kind() != PartyKind.PRACTICE || place == null) {
      throw new ToldToVisitors(
          403,
          "You act for %s, which is no practice: only practices say what they want. Maybe act for another party?"
              .formatted(seat.party().name()));
    }
    return place;
  }

  private static String subject(Seat seat) {
    return "practice:" + seat.party().code();
  }

  private static String digest(String salt, Confidence said) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest((salt + JSON.writeValueAsString(said)).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public List<Waiting> listWaiting(Seat seat) {
    if (seat.party().kind() != PartyKind.PRACTICE || !seat.role().edits()) {
      return List.of();
    }
    ConfidenceVersion now = store.getNow(seat.party().id());
    return now.said().saysAnything()
        ? List.of()
        : List.of(
            new Waiting(
                "Say what your practice wants",
                "In confidence: whom you would like to work with, and what you need first.",
                "/table/wishes",
                null));
  }

  /** A colleague was first. */
  static final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ConfidenceVersion now;

    Overtaken(ConfidenceVersion now) {
      this.now = now;
    }

    ConfidenceVersion now() {
      return now;
    }
  }

  /** What is ticked, as a set without blanks. */
  static Set<String> ticked(List<String> parts) {
    Set<String> ticked = new TreeSet<>(parts);
    ticked.remove("");
    return ticked;
  }
}
