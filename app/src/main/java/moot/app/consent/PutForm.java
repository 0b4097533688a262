package moot.app.consent;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import moot.register.NetworkCode;
import moot.register.PracticeCode;
import moot.register.reading.Dates;
import moot.voice.consent.Change;
import moot.voice.consent.Share;
import moot.voice.consent.Terms;

/**
 * A form by which something is put, as it was filled in, and what is wrong with it.
 *
 * @param fields name → what was written
 * @param errors field → what is wrong
 */
public record PutForm(Map<String, String> fields, Map<String, String> errors) {
  /** How many practices may merge into one at once, and how many new ones a split may bring. */
  static final int MOST_PARTS = 3;

  static PutForm of(Map<String, String> fields) {
    return new PutForm(Map.copyOf(fields), new LinkedHashMap<>());
  }

  public String field(String name) {
    return fields.getOrDefault(name, "").strip();
  }

  public boolean is(String name, String value) {
    return field(name).equals(value);
  }

  public String error(String name) {
    return errors.getOrDefault(name, "");
  }

  /** A refusal of the desk, which is about the form as a whole. */
  PutForm refused(String field, String words) {
    Map<String, String> more = new LinkedHashMap<>(errors);
    more.put(field, words);
    return new PutForm(fields, more);
  }

  /** Nothing when something is wrong. */
  Optional<Terms> terms() {
    Optional<RuleChoice> rule = rule();
    Optional<Share> share = share();
    Optional<LocalDate> closes = date("closes");
    Optional<LocalDate> effective = date("effective");
    if (field("title").isEmpty()) {
      errors.put("title", "The title is empty; expected a few words. Maybe name what is decided?");
    }
    return errors.isEmpty()
        ? Optional.of(
            new Terms(
                field("title"),
                rule.orElseThrow().rule(share.orElseThrow(), field("conditions").equals("count")),
                closes.orElseThrow(),
                effective.orElseThrow()))
        : Optional.empty();
  }

  private Optional<RuleChoice> rule() {
    for (RuleChoice choice : RuleChoice.values()) {
      if (is("rule", choice.name())) {
        return Optional.of(choice);
      }
    }
    errors.put("rule", "No rule is chosen; expected one of them. Maybe the form was cut short?");
    return Optional.empty();
  }

  private Optional<Share> share() {
    String percent = field("percent");
    if (percent.isEmpty()) {
      return Optional.of(Share.HALF);
    }
    if (percent.matches("\\d{1,3}") && between(Integer.parseInt(percent))) {
      return Optional.of(new Share(Integer.parseInt(percent)));
    }
    errors.put(
        "percent",
        "\"%s\": expected a whole number from 50 to 99. Maybe every practice is meant to agree?"
            .formatted(shortened(percent)));
    return Optional.empty();
  }

  private static boolean between(int percent) {
    return percent >= 50 && percent <= 99;
  }

  private Optional<LocalDate> date(String name) {
    Optional<LocalDate> date = Dates.find(field(name));
    if (date.isEmpty()) {
      errors.put(
          name,
          "\"%s\" is no date; expected one such as 2027-03-31. Maybe day and month are swapped?"
              .formatted(shortened(field(name))));
    }
    return date;
  }

  /** Nothing when something is wrong. */
  Optional<Change> change(ProposalKind kind) {
    Optional<PracticeCode> practice = practice("practice");
    return switch (kind) {
      case LEAVE -> practice.map(Change.Leave::new);
      case JOIN -> both(practice, network("network"), Change.Join::new);
      case MOVE -> both(practice, network("network"), Change.Move::new);
      case MERGE -> merge(practice, network("network"));
      case SPLIT -> split(practice);
      case PLAN -> throw new IllegalArgumentException("a plan is put from a draft");
    };
  }

  private Optional<Change> merge(Optional<PracticeCode> into, Optional<NetworkCode> network) {
    TreeSet<PracticeCode> ending = new TreeSet<>();
    for (int i = 1; i <= MOST_PARTS; i++) {
      if (!field("ending" + i).isEmpty()) {
        practice("ending" + i).ifPresent(ending::add);
      }
    }
    return both(into, network, (one, in) -> new Change.Merge(one, ending, in));
  }

  private Optional<Change> split(Optional<PracticeCode> practice) {
    List<Change.Split.Part> parts = new ArrayList<>();
    for (int i = 1; i <= MOST_PARTS; i++) {
      String name = field("part" + i);
      if (name.isEmpty() || practice.isEmpty()) {
        continue;
      }
      String code =
          field("code" + i).isEmpty()
              ? "PROVISIONAL-%s-%d".formatted(practice.get(), i)
              : field("code" + i).toUpperCase(Locale.ROOT);
      if (name.length() > 100 || code.length() > 40) {
        errors.put(
            "part" + i,
            "The name has %d characters and the code %d; expected 100 and 40 at most. Maybe shorten them?"
                .formatted(name.length(), code.length()));
        continue;
      }
      network("in" + i)
          .ifPresent(in -> parts.add(new Change.Split.Part(new PracticeCode(code), name, in)));
    }
    return practice.map(one -> new Change.Split(one, parts));
  }

  private interface Made<T, U> {
    Change of(T one, U other);
  }

  private static <T, U> Optional<Change> both(Optional<T> one, Optional<U> other, Made<T, U> made) {
    return one.flatMap(first -> other.map(second -> made.of(first, second)));
  }

  private Optional<PracticeCode> practice(String name) {
    return code(name, "practice").map(PracticeCode::new);
  }

  private Optional<NetworkCode> network(String name) {
    return code(name, "network").map(NetworkCode::new);
  }

  private Optional<String> code(String name, String what) {
    String code = field(name);
    if (code.isEmpty() || code.length() > 40 || code.chars().anyMatch(Character::isISOControl)) {
      errors.put(
          name,
          "No %s is chosen; expected one of the list. Maybe the form was cut short?"
              .formatted(what));
      return Optional.empty();
    }
    return Optional.of(code);
  }

  private static String shortened(String text) {
    return text.length() > 30 ? text.substring(0, 30) + "…" : text;
  }
}
