package moot.app.wishes;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import moot.app.access.PartyKind;
import moot.app.access.Seat;
import moot.app.register.RegisterStore;
import moot.app.wishes.OwnView.Group;
import moot.app.wishes.OwnView.Other;
import moot.app.wishes.OwnView.Part;
import moot.app.wishes.OwnView.Said;
import moot.formation.Forming;
import moot.formation.FormingPlace;
import moot.formation.FormingPractice;
import moot.formation.FormingRules;
import moot.formation.NeighbourPair;
import moot.formation.Wish;
import moot.register.NetworkCode;
import moot.register.PlaceCode;
import moot.register.PracticeCode;
import org.springframework.stereotype.Component;

/** Draws up what a seat may know of what practices want. */
@Component
class WishViews {
  private static final int HISTORY = 20;
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.UK)
          .withZone(ZoneId.of("Europe/London"));

  private final WishStore store;
  private final RegisterStore register;

  WishViews(WishStore store, RegisterStore register) {
    this.store = store;
    this.register = register;
  }

  /** What the seat's own practice says; of other parties nothing. */
  ConfidenceVersion now(Seat seat) {
    return seat.party().kind() == PartyKind.PRACTICE
        ? store.getNow(seat.party().id())
        : ConfidenceVersion.NONE;
  }

  /**
   * All that the seat may know.
   *
   * @param on the version that was read
   * @param said what is kept, or what was just sent and could not be
   * @param problem what is wrong with it, in words; empty for nothing
   */
  WishesSeen of(Seat seat, int on, Confidence said, String problem) {
    PlaceCode place = Answers.place(seat);
    FormingPlace here = register.getFormingPlace(place);
    Map<String, String> names = new TreeMap<>();
    here.practices().forEach(practice -> names.put(practice.code().value(), name(practice)));
    return new WishesSeen(
        here.name(),
        seat.party().kind() == PartyKind.PRACTICE
            ? own(seat, on, said, problem, here, names)
            : null,
        store.listPublished(place).stream()
            .filter(one -> one.party() != seat.party().id())
            .map(one -> line(one, names))
            .toList(),
        atLeast(place));
  }

  /** In steps of as many as are ever counted together, so that nobody sees one more join. */
  private int atLeast(PlaceCode place) {
    int said =
        (int) store.listNow(place).values().stream().filter(Confidence::saysAnything).count();
    return said / Answers.FEWEST * Answers.FEWEST;
  }

  private OwnView own(
      Seat seat,
      int on,
      Confidence said,
      String problem,
      FormingPlace here,
      Map<String, String> names) {
    ConfidenceVersion now = store.getNow(seat.party().id());
    return new OwnView(
        seat.party().name(),
        on,
        said,
        problem,
        groups(new PracticeCode(seat.party().code()), here, said),
        parts(now.said(), store.findPublished(seat).map(Published::parts).orElse(Map.of()), names),
        store.list(seat.party().id(), HISTORY).stream()
            .map(one -> new Said(one.number(), time(one.madeAt()), one.person()))
            .toList(),
        seat.role().edits(),
        seat.role().signs());
  }

  private List<Group> groups(PracticeCode own, FormingPlace here, Confidence said) {
    Set<PracticeCode> neighbours = new TreeSet<>();
    for (NeighbourPair pair : Forming.today(here, FormingRules.BARE).neighbours()) {
      if (pair.a().equals(own)) {
        neighbours.add(pair.b());
      } else if (pair.b().equals(own)) {
        neighbours.add(pair.a());
      }
    }
    Map<NetworkCode, String> networks = register.listNetworkNames();
    Map<String, List<Other>> groups = new LinkedHashMap<>();
    groups.put("Neighbours", new ArrayList<>());
    Map<String, List<Other>> further = new TreeMap<>();
    Set<String> there = new TreeSet<>();
    for (FormingPractice practice : here.practices()) {
      there.add(practice.code().value());
      if (practice.code().equals(own)) {
        continue;
      }
      NetworkCode today = practice.today();
      String title =
          today == null ? "In no network today" : networks.getOrDefault(today, today.value());
      (neighbours.contains(practice.code())
              ? groups.getOrDefault("Neighbours", new ArrayList<>())
              : further.computeIfAbsent(title, t -> new ArrayList<>()))
          .add(new Other(practice.code().value(), name(practice)));
    }
    groups.putAll(further);
    List<Other> gone =
        said.wishes().keySet().stream()
            .filter(code -> !there.contains(code))
            .map(code -> new Other(code, code))
            .toList();
    groups.put("No longer in the place", new ArrayList<>(gone));
    List<Group> result = new ArrayList<>();
    groups.forEach(
        (title, practices) -> {
          if (!practices.isEmpty()) {
            practices.sort(Comparator.comparing(Other::name));
            result.add(new Group(title, practices));
          }
        });
    return result;
  }

  private static List<Part> parts(
      Confidence said, Map<String, String> published, Map<String, String> names) {
    Map<String, String> values = WishDesk.values(said);
    Map<String, String> all = new TreeMap<>(order());
    all.putAll(values);
    published.forEach(all::putIfAbsent);
    List<Part> parts = new ArrayList<>();
    all.forEach(
        (part, value) -> {
          String shown = published.get(part);
          String now = values.get(part);
          parts.add(
              new Part(
                  part,
                  now == null ? "" : words(part, now, names),
                  shown != null,
                  shown == null || shown.equals(now) ? "" : words(part, shown, names)));
        });
    return parts;
  }

  /** Stance, conditions, then wishes by code. */
  private static Comparator<String> order() {
    return Comparator.comparing((String part) -> part.startsWith(Published.WISH))
        .thenComparing(part -> part.equals(Published.CONDITIONS))
        .thenComparing(Comparator.naturalOrder());
  }

  private static String words(String part, String value, Map<String, String> names) {
    return switch (part) {
      case Published.STANCE -> "Stance: " + Stance.valueOf(value).words();
      case Published.CONDITIONS -> "What we need first: " + value;
      default -> {
        String code = part.substring(Published.WISH.length());
        yield names.getOrDefault(code, code) + ": " + Wish.valueOf(value).words();
      }
    };
  }

  private static PublishedLine line(Published one, Map<String, String> names) {
    Stance stance = one.stance();
    List<String> wishes = new ArrayList<>();
    one.wishes()
        .forEach((code, wish) -> wishes.add(names.getOrDefault(code, code) + ": " + wish.words()));
    wishes.sort(Comparator.naturalOrder());
    return new PublishedLine(
        one.code(), one.name(), stance == null ? "" : stance.words(), one.conditions(), wishes);
  }

  private static String name(FormingPractice practice) {
    return practice.name().isBlank() ? practice.code().value() : practice.name();
  }

  private static String time(Instant at) {
    return WHEN.format(at);
  }
}
