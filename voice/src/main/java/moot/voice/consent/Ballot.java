package moot.voice.consent;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;

/**
 * Who is asked, by which rule, until when: counts answers and says how they stand.
 *
 * @param asked at least one, no practice twice
 * @param closes the last day on which an answer counts
 */
public record Ballot(Rule rule, List<Asked> asked, LocalDate closes) {
  /** Under this name those are counted that would be in no network. */
  public static final String NO_NETWORK = "no network";

  private static final int NAMES = 6;

  public Ballot {
    asked = asked.stream().sorted(Comparator.comparing(Asked::practice)).toList();
    Set<PracticeCode> seen = new HashSet<>();
    for (Asked each : asked) {
      if (!seen.add(each.practice())) {
        throw new IllegalArgumentException(
            "practice %s is asked twice: expected each once. Maybe it is in two networks?"
                .formatted(each.practice()));
      }
    }
    if (asked.isEmpty()) {
      throw new IllegalArgumentException(
          "nobody is asked: expected at least one practice. Maybe the draft is empty?");
    }
  }

  /** All answers together. */
  public Tally tally(Map<PracticeCode, Answer> answers) {
    return tally(asked, answers);
  }

  /** Network by network of the proposal; those in none under {@link #NO_NETWORK}. */
  public SortedMap<String, Tally> tallyByNetwork(Map<PracticeCode, Answer> answers) {
    SortedMap<String, Tally> tallies = new TreeMap<>();
    byNetwork().forEach((network, members) -> tallies.put(network, tally(members, answers)));
    return tallies;
  }

  /**
   * How it stands.
   *
   * @param answers of those asked; others are not counted
   */
  public Outcome outcome(Map<PracticeCode, Answer> answers, LocalDate today) {
    boolean over = today.isAfter(closes);
    if (holds(answers)) {
      List<Asked> waitedFor = over ? List.of() : stillFreeToObject(answers);
      return waitedFor.isEmpty()
          ? new Outcome.Met(standing(answers))
          : new Outcome.Open(
              List.of(
                  "All whose network changes agree. %s may still object by %s: %s."
                      .formatted(
                          practices(waitedFor.size()), Days.inWords(closes), names(waitedFor))));
    }
    List<String> missing = missing(answers);
    if (over) {
      return new Outcome.Failed(missing);
    }
    return holds(asKindlyAsCanBe(answers))
        ? new Outcome.Open(missing)
        : new Outcome.OutOfReach(missing);
  }

  /** Under {@link Rule.EachMover}, those that stay and have said nothing. */
  private List<Asked> stillFreeToObject(Map<PracticeCode, Answer> answers) {
    return rule instanceof Rule.EachMover
        ? those(each -> !each.changes() && !each.must() && answers.get(each.practice()) == null)
        : List.of();
  }

  private boolean holds(Map<PracticeCode, Answer> answers) {
    if (asked.stream().anyMatch(each -> each.must() && !agrees(each, answers))) {
      return false;
    }
    return switch (rule) {
      case Rule.EachPractice every -> asked.stream().allMatch(each -> agrees(each, answers));
      case Rule.EachMover movers ->
          asked.stream()
              .allMatch(
                  each ->
                      each.changes()
                          ? agrees(each, answers)
                          : !(answers.get(each.practice()) instanceof Answer.Objects));
      case Rule.DoubleMajority majority -> isMajority(majority.share(), tally(asked, answers));
      case Rule.MajorityInEachNetwork majority ->
          byNetwork().values().stream()
              .allMatch(members -> isMajority(majority.share(), tally(members, answers)));
    };
  }

  private boolean isMajority(Share share, Tally tally) {
    Count agree = tally.counting(rule);
    return share.isExceededBy(agree.practices(), tally.asked().practices())
        && (tally.asked().patients() == 0
            || share.isExceededBy(agree.patients(), tally.asked().patients()));
  }

  private boolean agrees(Asked each, Map<PracticeCode, Answer> answers) {
    return switch (answers.get(each.practice())) {
      case Answer.Agrees yes -> true;
      case Answer.AgreesOn on -> rule.conditionsCount() || on.confirmed();
      case Answer.Objects no -> false;
      case null -> false;
    };
  }

  /** As if all who are silent agreed, and every condition were met. */
  private Map<PracticeCode, Answer> asKindlyAsCanBe(Map<PracticeCode, Answer> answers) {
    Map<PracticeCode, Answer> kindest = new HashMap<>();
    for (Asked each : asked) {
      Answer answer = answers.get(each.practice());
      kindest.put(each.practice(), answer instanceof Answer.Objects ? answer : new Answer.Agrees());
    }
    return kindest;
  }

  private List<String> standing(Map<PracticeCode, Answer> answers) {
    Tally tally = tally(answers);
    List<String> lines = new ArrayList<>();
    lines.add("%s agree, %s.".formatted(counted(tally.counting(rule)), ofAll(tally.asked())));
    if (tally.object().practices() > 0) {
      lines.add("%s object.".formatted(counted(tally.object())));
    }
    if (tally.silent().practices() > 0) {
      lines.add("%s said nothing.".formatted(counted(tally.silent())));
    }
    return lines;
  }

  private List<String> missing(Map<PracticeCode, Answer> answers) {
    List<String> lines = new ArrayList<>();
    switch (rule) {
      case Rule.EachPractice every -> lines.addAll(lacking(answers, each -> true, ""));
      case Rule.EachMover movers -> {
        lines.addAll(lacking(answers, Asked::changes, " whose network changes"));
        lines.addAll(
            lacking(
                answers,
                each -> each.must() && !each.changes(),
                " without which nothing goes ahead"));
        objections(answers, each -> !each.changes() && !each.must(), " whose network stays")
            .ifPresent(lines::add);
      }
      case Rule.DoubleMajority majority -> {
        lines.addAll(lacking(answers, Asked::must, " without which nothing goes ahead"));
        majority(majority.share(), tally(asked, answers), "").ifPresent(lines::add);
      }
      case Rule.MajorityInEachNetwork majority -> {
        lines.addAll(lacking(answers, Asked::must, " without which nothing goes ahead"));
        byNetwork()
            .forEach(
                (network, members) ->
                    majority(majority.share(), tally(members, answers), network + ": ")
                        .ifPresent(lines::add));
      }
    }
    return lines;
  }

  /** Of those who have to agree: who objects, waits for a condition, or is silent. */
  private List<String> lacking(
      Map<PracticeCode, Answer> answers, Predicate<Asked> needed, String which) {
    List<String> lines = new ArrayList<>();
    objections(answers, needed, which).ifPresent(lines::add);
    List<Asked> waiting =
        those(
            each ->
                needed.test(each)
                    && answers.get(each.practice()) instanceof Answer.AgreesOn
                    && !agrees(each, answers));
    if (!waiting.isEmpty()) {
      lines.add(
          "%s%s %s on a condition that is not confirmed as met: %s."
              .formatted(
                  practices(waiting.size()),
                  which,
                  waiting.size() == 1 ? "agrees" : "agree",
                  names(waiting)));
    }
    List<Asked> silent = those(each -> needed.test(each) && answers.get(each.practice()) == null);
    if (!silent.isEmpty()) {
      lines.add(
          "%s%s %s not answered: %s."
              .formatted(
                  practices(silent.size()),
                  which,
                  silent.size() == 1 ? "has" : "have",
                  names(silent)));
    }
    return lines;
  }

  private Optional<String> objections(
      Map<PracticeCode, Answer> answers, Predicate<Asked> among, String which) {
    List<Asked> objecting =
        those(each -> among.test(each) && answers.get(each.practice()) instanceof Answer.Objects);
    return objecting.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s%s %s: %s."
                .formatted(
                    practices(objecting.size()),
                    which,
                    objecting.size() == 1 ? "objects" : "object",
                    names(objecting)));
  }

  private Optional<String> majority(Share share, Tally tally, String where) {
    if (isMajority(share, tally)) {
      return Optional.empty();
    }
    Count agree = tally.counting(rule);
    return Optional.of(
        "%s%s agree, %s; needed is %s of both."
            .formatted(where, counted(agree), ofAll(tally.asked()), share.words()));
  }

  private SortedMap<String, List<Asked>> byNetwork() {
    SortedMap<String, List<Asked>> networks = new TreeMap<>();
    for (Asked each : asked) {
      networks.computeIfAbsent(group(each.network()), n -> new ArrayList<>()).add(each);
    }
    return networks;
  }

  private static String group(@Nullable String network) {
    return network == null ? NO_NETWORK : network;
  }

  private List<Asked> those(Predicate<Asked> which) {
    return asked.stream().filter(which).toList();
  }

  private static Tally tally(List<Asked> members, Map<PracticeCode, Answer> answers) {
    Count agree = Count.NONE;
    Count onCondition = Count.NONE;
    Count object = Count.NONE;
    Count silent = Count.NONE;
    for (Asked each : members) {
      switch (answers.get(each.practice())) {
        case Answer.Agrees yes -> agree = agree.and(each);
        case Answer.AgreesOn on -> {
          if (on.confirmed()) {
            agree = agree.and(each);
          } else {
            onCondition = onCondition.and(each);
          }
        }
        case Answer.Objects no -> object = object.and(each);
        case null -> silent = silent.and(each);
      }
    }
    return new Tally(agree, onCondition, object, silent);
  }

  private static String practices(int count) {
    return count == 1 ? "1 practice" : "%,d practices".formatted(count);
  }

  private static String counted(Count count) {
    return String.format(
        Locale.UK, "%s with %,d patients", practices(count.practices()), count.patients());
  }

  private static String ofAll(Count count) {
    return String.format(Locale.UK, "of %,d with %,d", count.practices(), count.patients());
  }

  private static String names(List<Asked> all) {
    List<String> names =
        all.stream().limit(NAMES).map(each -> each.name() + " (" + each.practice() + ")").toList();
    return String.join(", ", names)
        + (all.size() > NAMES ? " and %d more".formatted(all.size() - NAMES) : "");
  }
}
