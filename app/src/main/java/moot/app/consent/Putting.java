package moot.app.consent;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import moot.app.register.PracticeNow;
import moot.app.register.RegisterStore;
import moot.app.register.RegisterStore.RegisteredList;
import moot.app.web.ToldToVisitors;
import moot.formation.FormingPlace;
import moot.formation.FormingPractice;
import moot.register.NetworkCode;
import moot.register.PlaceCode;
import moot.register.PracticeCode;
import moot.voice.consent.Change;
import moot.voice.consent.Continuation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes of a draft or a change the frozen copy that is put to practices. */
@Component
class Putting {
  static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  private final RegisterStore register;

  Putting(RegisterStore register) {
    this.register = register;
  }

  /**
   * What is put, but for its number.
   *
   * @param words what is asked
   * @param networks those without a code of today have none yet: {@link #provisional} gives it
   */
  record Frozen(
      ProposalKind kind,
      String placeName,
      String words,
      @Nullable String origin,
      String listsWords,
      List<ProposedNetwork> networks,
      List<ProposedPractice> practices) {}

  /** A code that nobody can take for one of ODS. */
  static String provisional(long proposal, int network) {
    return "PROVISIONAL-%d-%d".formatted(proposal, network);
  }

  Frozen plan(
      PlaceCode place, ProposedPlans.Assignment assignment, LocalDate today, LocalDate effective) {
    FormingPlace forming = register.getFormingPlace(place);
    Map<PracticeCode, RegisteredList> lists = register.listRegisteredLists(today);
    Set<PracticeCode> known =
        forming.practices().stream().map(FormingPractice::code).collect(Collectors.toSet());
    for (PracticeCode code : new TreeSet<>(assignment.networks().keySet())) {
      if (!known.contains(code)) {
        throw new ToldToVisitors(
            409,
            "Practice %s is in the draft but takes no part in %s any more. Maybe it has closed, and the draft needs a new version without it?"
                .formatted(code, forming.name()));
      }
    }
    Map<PracticeCode, NetworkCode> now = new HashMap<>();
    Map<PracticeCode, Integer> patients = new HashMap<>();
    for (FormingPractice practice : forming.practices()) {
      patients.put(practice.code(), patients(lists, practice.code(), practice.registeredList()));
      NetworkCode network = practice.today();
      if (network != null) {
        now.put(practice.code(), network);
      }
    }
    Map<NetworkCode, String> names = register.listNetworkNames();
    SortedMap<String, NetworkCode> kept = Continuation.of(assignment.networks(), now, patients);
    Map<String, ProposedNetwork> networks = networks(assignment, kept, names);
    List<ProposedPractice> practices = new ArrayList<>();
    for (FormingPractice practice : forming.practices()) {
      String label = assignment.networks().get(practice.code());
      ProposedNetwork network = label == null ? null : networks.get(label);
      NetworkCode keeps = label == null ? null : kept.get(label);
      NetworkCode before = now.get(practice.code());
      practices.add(
          new ProposedPractice(
              practice.code(),
              practice.name(),
              practice.site(),
              patients.getOrDefault(practice.code(), 0),
              before,
              name(names, before),
              network == null ? null : network.nr(),
              before == null ? network != null : !before.equals(keeps),
              // One that was in no network and will be in none is told, and has no say for others.
              before == null && network == null
                  ? ProposedPractice.Part.TOLD
                  : ProposedPractice.Part.ASKED,
              null));
    }
    return new Frozen(
        ProposalKind.PLAN,
        forming.name(),
        "Whether the %d practices of %s form these %d networks from %s on."
            .formatted(
                practices.stream().filter(ProposedPractice::isAsked).count(),
                forming.name(),
                networks.size(),
                effective.format(DAY)),
        "%s, version %d".formatted(assignment.draft().name(), assignment.draft().version()),
        listsWords(practices, lists),
        List.copyOf(networks.values()),
        practices);
  }

  /** The draft's own name for a network, unless that is only a number or a code. */
  private static Map<String, ProposedNetwork> networks(
      ProposedPlans.Assignment assignment,
      SortedMap<String, NetworkCode> kept,
      Map<NetworkCode, String> names) {
    Map<String, ProposedNetwork> networks = new TreeMap<>();
    Set<String> taken = new HashSet<>();
    int nr = 0;
    for (String label : new TreeSet<>(assignment.networks().values())) {
      NetworkCode code = kept.get(label);
      boolean plain = label.matches("N\\d+") || names.containsKey(new NetworkCode(label));
      String name = plain && code != null ? names.getOrDefault(code, code.value()) : label;
      if (!taken.add(name)) {
        name = name + " (" + label + ")";
        taken.add(name);
      }
      networks.put(
          label,
          new ProposedNetwork(
              ++nr, name, code == null ? "" : code.value(), code == null, null, null));
    }
    return networks;
  }

  Frozen change(PlaceCode place, Change change, LocalDate today, LocalDate effective) {
    Map<PracticeCode, PracticeNow> known =
        register.listPractices(place).stream()
            .collect(Collectors.toMap(PracticeNow::code, each -> each));
    Map<PracticeCode, NetworkCode> members = members(known.keySet(), effective, today);
    named(change)
        .forEach(
            code -> {
              if (!known.containsKey(code)) {
                throw new ToldToVisitors(
                    400,
                    "%s: expected the code of a practice of this place. Maybe it is mistyped?"
                        .formatted(code));
              }
            });
    List<String> problems = change.problems(members);
    if (!problems.isEmpty()) {
      throw new ToldToVisitors(400, String.join(" ", problems));
    }
    Map<PracticeCode, RegisteredList> lists = register.listRegisteredLists(today);
    Map<NetworkCode, String> names = register.listNetworkNames();
    Change.Touched touched = change.touches(members);
    Map<PracticeCode, @Nullable NetworkCode> after = new TreeMap<>();
    Map<NetworkCode, ProposedNetwork> networks = new TreeMap<>();
    Set<PracticeCode> all = new TreeSet<>(touched.asked());
    all.addAll(touched.told());
    Set<NetworkCode> codes = new TreeSet<>();
    for (PracticeCode code : all) {
      NetworkCode now = members.get(code);
      after.put(code, now);
      if (now != null) {
        codes.add(now);
      }
    }
    for (Change.Step step : change.steps()) {
      NetworkCode to = step.network();
      after.put(step.practice(), to);
      if (to != null) {
        codes.add(to);
      }
    }
    Set<String> taken = new HashSet<>();
    for (NetworkCode code : codes) {
      String name = names.getOrDefault(code, code.value());
      if (!taken.add(name)) {
        name = name + " (" + code + ")";
      }
      networks.put(
          code, new ProposedNetwork(networks.size() + 1, name, code.value(), false, null, null));
    }
    List<ProposedPractice> practices = new ArrayList<>();
    after.forEach(
        (code, to) -> {
          NetworkCode before = members.get(code);
          PracticeNow practice = known.get(code);
          ProposedNetwork network = to == null ? null : networks.get(to);
          practices.add(
              new ProposedPractice(
                  code,
                  practice == null ? newName(change, code) : practice.name(),
                  practice == null ? null : practice.site(),
                  patients(lists, code, practice == null ? null : practice.registeredList()),
                  before,
                  name(names, before),
                  network == null ? null : network.nr(),
                  !Objects.equals(before, to),
                  part(touched, code),
                  relative(change, code)));
        });
    return new Frozen(
        kind(change),
        register.findName(place).orElse(place.value()),
        words(change, known, names, effective),
        null,
        listsWords(practices, lists),
        List.copyOf(networks.values()),
        practices);
  }

  /** Each practice's network on a day, as known today. */
  Map<PracticeCode, NetworkCode> members(
      Set<PracticeCode> practices, LocalDate on, LocalDate today) {
    return register.listMemberships(on, today).stream()
        .filter(membership -> practices.contains(membership.practice()))
        .collect(
            Collectors.toMap(
                membership -> membership.practice(), membership -> membership.network()));
  }

  private static Set<PracticeCode> named(Change change) {
    return switch (change) {
      case Change.Join join -> Set.of(join.practice());
      case Change.Leave leave -> Set.of(leave.practice());
      case Change.Move move -> Set.of(move.practice());
      case Change.Merge merge -> {
        Set<PracticeCode> all = new TreeSet<>(merge.ending());
        all.add(merge.into());
        yield all;
      }
      case Change.Split split -> Set.of(split.practice());
    };
  }

  private static ProposalKind kind(Change change) {
    return switch (change) {
      case Change.Join join -> ProposalKind.JOIN;
      case Change.Leave leave -> ProposalKind.LEAVE;
      case Change.Move move -> ProposalKind.MOVE;
      case Change.Merge merge -> ProposalKind.MERGE;
      case Change.Split split -> ProposalKind.SPLIT;
    };
  }

  private static ProposedPractice.Part part(Change.Touched touched, PracticeCode code) {
    return touched.must().contains(code)
        ? ProposedPractice.Part.MUST
        : touched.asked().contains(code)
            ? ProposedPractice.Part.ASKED
            : touched.told().contains(code)
                ? ProposedPractice.Part.TOLD
                : ProposedPractice.Part.NEW;
  }

  private static @Nullable PracticeCode relative(Change change, PracticeCode code) {
    return switch (change) {
      case Change.Merge merge when merge.ending().contains(code) -> merge.into();
      case Change.Split split
          when !split.practice().equals(code)
              && split.parts().stream().anyMatch(part -> part.code().equals(code)) ->
          split.practice();
      default -> null;
    };
  }

  private static String newName(Change change, PracticeCode code) {
    return change instanceof Change.Split split
        ? split.parts().stream()
            .filter(part -> part.code().equals(code))
            .map(Change.Split.Part::name)
            .findFirst()
            .orElse(code.value())
        : code.value();
  }

  private static String words(
      Change change,
      Map<PracticeCode, PracticeNow> known,
      Map<NetworkCode, String> names,
      LocalDate effective) {
    String from = "from " + effective.format(DAY) + " on.";
    return switch (change) {
      case Change.Join join ->
          "Whether %s joins %s %s"
              .formatted(named(known, join.practice()), name(names, join.network()), from);
      case Change.Leave leave ->
          "That %s leaves its network and is in none %s"
              .formatted(named(known, leave.practice()), from);
      case Change.Move move ->
          "Whether %s moves to %s %s"
              .formatted(named(known, move.practice()), name(names, move.to()), from);
      case Change.Merge merge ->
          "Whether %s goes on together with %s as one practice in %s %s"
              .formatted(
                  named(known, merge.into()),
                  merge.ending().stream()
                      .map(code -> named(known, code))
                      .collect(Collectors.joining(", ")),
                  name(names, merge.network()),
                  from);
      case Change.Split split ->
          "Whether %s splits: it goes on as it is, and %s %s"
              .formatted(
                  named(known, split.practice()),
                  split.parts().stream()
                      .map(
                          part ->
                              "%s is a practice of its own in %s"
                                  .formatted(part.name(), name(names, part.network())))
                      .collect(Collectors.joining("; ")),
                  from);
    };
  }

  private static String named(Map<PracticeCode, PracticeNow> known, PracticeCode code) {
    PracticeNow practice = known.get(code);
    return practice == null ? code.value() : practice.name() + " (" + code + ")";
  }

  private static @Nullable String name(
      Map<NetworkCode, String> names, @Nullable NetworkCode network) {
    return network == null ? null : names.getOrDefault(network, network.value());
  }

  private static int patients(
      Map<PracticeCode, RegisteredList> lists, PracticeCode code, @Nullable Integer otherwise) {
    RegisteredList list = lists.get(code);
    return list != null ? list.patients() : otherwise == null ? 0 : otherwise;
  }

  private static String listsWords(
      List<ProposedPractice> practices, Map<PracticeCode, RegisteredList> lists) {
    List<LocalDate> days =
        practices.stream()
            .map(practice -> lists.get(practice.code()))
            .filter(Objects::nonNull)
            .map(RegisteredList::on)
            .sorted(Comparator.naturalOrder())
            .distinct()
            .toList();
    return switch (days.size()) {
      case 0 -> "No registered lists are known, so each practice counts for no patients.";
      case 1 -> "Patients are the registered lists of %s.".formatted(days.getFirst().format(DAY));
      default ->
          "Patients are each practice's newest registered list, of %s to %s."
              .formatted(days.getFirst().format(DAY), days.getLast().format(DAY));
    };
  }
}
