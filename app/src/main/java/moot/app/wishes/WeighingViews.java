package moot.app.wishes;

import java.time.LocalDate;
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
import java.util.stream.Collectors;
import moot.app.access.PartyKind;
import moot.app.access.Seat;
import moot.app.web.ToldToVisitors;
import moot.app.wishes.DraftWishes.DoorLine;
import moot.app.wishes.DraftWishes.Doors;
import moot.app.wishes.DraftWishes.Own;
import moot.app.wishes.DraftWishes.OwnWish;
import moot.app.wishes.DraftWishes.Weighed;
import moot.app.wishes.DraftsToWeigh.Weighable;
import moot.formation.Door;
import moot.formation.Forming;
import moot.formation.Preference;
import moot.formation.Satisfaction;
import moot.formation.Stability;
import moot.formation.Wish;
import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws up how well a draft meets what practices want, as far as the seat may know it. */
@Component
class WeighingViews {
  private static final int MOST_KEPT = 100;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.UK)
          .withZone(ZoneId.of("Europe/London"));

  private final DraftsToWeigh drafts;
  private final WeighingDesk desk;
  private final WishStore store;
  private final DoorStore doors;
  private final Map<Held, Stability> stabilities =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Held, Stability> eldest) {
          return size() > MOST_KEPT;
        }
      };

  WeighingViews(DraftsToWeigh drafts, WeighingDesk desk, WishStore store, DoorStore doors) {
    this.drafts = drafts;
    this.desk = desk;
    this.store = store;
    this.doors = doors;
  }

  /** All that stability without confidential answers depends on. */
  private record Held(
      moot.formation.FormingPlace place,
      moot.formation.FormingRules rules,
      Map<PracticeCode, String> networkOf) {}

  /** A draft that somebody on this seat may see. */
  Weighable get(Seat seat, long id) {
    return drafts
        .find(seat, id)
        .orElseThrow(
            () ->
                new ToldToVisitors(
                    404,
                    "There is no draft %d at your table. Maybe it is another party's own, or the link is old?"
                        .formatted(id)));
  }

  DraftWishes of(Seat seat, long id) {
    Weighable draft = get(seat, id);
    List<Published> published = store.listPublished(Answers.place(seat));
    Stability stability = stability(draft, published);
    return new DraftWishes(
        draft.id(),
        draft.name(),
        draft.shared(),
        draft.version(),
        own(seat, draft),
        desk.findLast(id).map(one -> weighed(seat, draft, one)).orElse(null),
        stability.stable(),
        stability.proved(),
        published.stream().anyMatch(one -> !one.wishes().isEmpty()),
        doors(seat, draft, published),
        doors.findUntil(id).map(DAY::format).orElse(""),
        doors.findUntil(id).map(LocalDate::toString).orElse(""),
        WeighingDesk.mayWeigh(seat),
        Answers.mayBeAskedFor(seat),
        draft.own() && seat.role().edits());
  }

  // The parts of the page.

  private @Nullable Own own(Seat seat, Weighable draft) {
    if (seat.party().kind() != PartyKind.PRACTICE) {
      return null;
    }
    Confidence said = store.getNow(seat.party().id()).said();
    PracticeCode practice = new PracticeCode(seat.party().code());
    Map<PracticeCode, String> names = draft.names();
    List<Preference> preferences = preferences(practice, said.wishes(), names.keySet());
    List<OwnWish> wishes = new ArrayList<>();
    for (Preference preference : preferences) {
      wishes.add(
          new OwnWish(
              names.getOrDefault(preference.about(), preference.about().value()),
              said.about(preference.about().value()).words(),
              Satisfaction.isMet(preference, draft.networkOf())));
    }
    wishes.sort(Comparator.comparing(OwnWish::met).thenComparing(OwnWish::about));
    Double share = Forming.satisfaction(draft.networkOf(), preferences).byPractice().get(practice);
    return new Own(
        seat.party().name(), share == null ? null : (int) Math.round(100 * share), wishes);
  }

  private static List<Preference> preferences(
      PracticeCode of, Map<String, Wish> wishes, Set<PracticeCode> known) {
    List<Preference> preferences = new ArrayList<>();
    wishes.forEach(
        (code, wish) -> {
          PracticeCode about = new PracticeCode(code);
          if (known.contains(about)) {
            preferences.add(new Preference(of, about, wish.dislike()));
          }
        });
    return preferences;
  }

  private static Weighed weighed(Seat seat, Weighable draft, Weighing one) {
    Map<PracticeCode, String> names = draft.names();
    List<String> groups =
        !WeighingDesk.seesGroups(seat)
            ? null
            : one.groups().stream()
                .map(
                    group ->
                        group.stream()
                            .map(code -> names.getOrDefault(new PracticeCode(code), code))
                            .sorted()
                            .collect(Collectors.joining(", ")))
                .toList();
    return new Weighed(
        one.version(),
        WHEN.format(one.weighedAt()),
        one.tenths(),
        WeighingDesk.seesGroups(seat) && one.proved(),
        WeighingDesk.seesGroups(seat) ? one.groupsCount() : 0,
        groups);
  }

  /** Counts distances and published wishes alone: it tells nothing that is confidential. */
  private Stability stability(Weighable draft, List<Published> published) {
    Set<PracticeCode> known = draft.names().keySet();
    List<Preference> preferences = new ArrayList<>();
    for (Published one : published) {
      PracticeCode of = new PracticeCode(one.code());
      if (known.contains(of)) {
        preferences.addAll(preferences(of, one.wishes(), known));
      }
    }
    Held held =
        new Held(draft.place(), Wish.counted(draft.rules(), preferences), draft.networkOf());
    synchronized (stabilities) {
      Stability before = stabilities.get(held);
      if (before != null) {
        return before;
      }
    }
    Stability stability =
        Forming.stability(Forming.priced(held.place(), held.rules(), held.networkOf()), 0);
    synchronized (stabilities) {
      stabilities.put(held, stability);
    }
    return stability;
  }

  private List<Doors> doors(Seat seat, Weighable draft, List<Published> published) {
    Map<PracticeCode, String> names = draft.names();
    Set<PracticeCode> known = names.keySet();
    Map<PracticeCode, String> why = new TreeMap<>();
    draft.nowhere().forEach(practice -> why.put(practice, "In no network of this draft"));
    for (Published one : published) {
      PracticeCode practice = new PracticeCode(one.code());
      if (one.stance() == Stance.RELUCTANT && known.contains(practice)) {
        why.merge(practice, "Reluctant, as it has published", (a, b) -> a + ", and reluctant");
      }
    }
    // A practice finds its own door, and nobody else can tell from it that it is reluctant.
    Set<PracticeCode> onlyOwn = new TreeSet<>();
    if (seat.party().kind() == PartyKind.PRACTICE) {
      PracticeCode own = new PracticeCode(seat.party().code());
      boolean reluctant = store.getNow(seat.party().id()).said().stance() == Stance.RELUCTANT;
      if (reluctant && known.contains(own) && !why.containsKey(own)) {
        why.put(own, "Reluctant, as you say in confidence");
        onlyOwn.add(own);
      }
    }
    Map<PracticeCode, List<Door>> open =
        Forming.doors(draft.place(), draft.rules(), draft.networkOf(), why.keySet());
    List<Doors> result = new ArrayList<>();
    why.forEach(
        (practice, reason) ->
            result.add(
                new Doors(
                    practice.value(),
                    named(names, practice),
                    reason,
                    onlyOwn.contains(practice),
                    open.getOrDefault(practice, List.of()).stream()
                        .map(door -> line(draft, names, door))
                        .toList())));
    result.sort(Comparator.comparing(Doors::practice));
    return result;
  }

  private static DoorLine line(Weighable draft, Map<PracticeCode, String> names, Door door) {
    String from = door.from();
    String leaves =
        from == null
            ? ""
            : draft.networkName(from)
                + (door.cutOff().isEmpty()
                    ? ""
                    : ", which would cut off "
                        + door.cutOff().stream()
                            .map(practice -> named(names, practice))
                            .collect(Collectors.joining(", ")));
    return new DoorLine(
        draft.networkName(door.network()),
        door.patientsBefore(),
        door.patients(),
        door.extraCost(),
        door.hub().equals(door.hubBefore())
            ? "stays " + named(names, door.hub())
            : "%s instead of %s"
                .formatted(named(names, door.hub()), named(names, door.hubBefore())),
        door.km(),
        leaves);
  }

  private static String named(Map<PracticeCode, String> names, PracticeCode practice) {
    return names.getOrDefault(practice, practice.value());
  }
}
