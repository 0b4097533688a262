package moot.funding.income;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Where each line of <i>NHS Payments to General Practice</i> comes from, by its heading: data, in
 * {@code payment-headings.yaml}. Only letters of a heading count.
 */
public final class PaymentHeadings {
  private static final Set<String> KEYS = Set.of("note", "headings", "to each practice", "sums");

  private final Map<String, IncomeClass> exact = new HashMap<>();
  private final Map<String, IncomeClass> beginnings = new HashMap<>();
  private final Set<String> toEachPractice = new HashSet<>();
  private final List<String> sums = new ArrayList<>();
  private final Map<IncomeClass, String> notes = new EnumMap<>(IncomeClass.class);

  private PaymentHeadings() {}

  /** Those that come with Moot. */
  public static PaymentHeadings shipped() {
    try (InputStream in =
            Objects.requireNonNull(
                PaymentHeadings.class.getResourceAsStream("payment-headings.yaml"));
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      return read("payment-headings.yaml", reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a table of headings.
   *
   * @param name what to call it in complaints
   * @throws IllegalArgumentException with all that is wrong, a line each
   */
  public static PaymentHeadings read(String name, Reader reader) {
    Object root;
    try {
      root = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
    } catch (YAMLException e) {
      throw new IllegalArgumentException(
          "%s: %s. Maybe a tab stands where spaces should?".formatted(name, e.getMessage()), e);
    }
    List<String> complaints = new ArrayList<>();
    PaymentHeadings headings = new PaymentHeadings();
    if (root instanceof Map<?, ?> classes) {
      classes.forEach((key, value) -> headings.take(String.valueOf(key), value, complaints));
    } else {
      complaints.add("the file is empty; expected classes with headings. Maybe it was cut?");
    }
    if (!complaints.isEmpty()) {
      throw new IllegalArgumentException(
          complaints.stream().map(each -> name + ": " + each).collect(Collectors.joining("\n")));
    }
    return headings;
  }

  private void take(String key, @Nullable Object value, List<String> complaints) {
    IncomeClass incomeClass = IncomeClass.find(key).orElse(null);
    if (incomeClass == null) {
      complaints.add(
          "the class \"%s\": expected one of %s. Maybe it is misspelt?"
              .formatted(
                  key,
                  Stream.of(IncomeClass.values())
                      .map(IncomeClass::words)
                      .collect(Collectors.joining(", "))));
      return;
    }
    if (!(value instanceof Map<?, ?> parts)) {
      complaints.add(
          "\"%s\": expected headings below it. Maybe they are not indented?".formatted(key));
      return;
    }
    for (Object part : parts.keySet()) {
      if (!KEYS.contains(String.valueOf(part))) {
        complaints.add(
            "\"%s\" under \"%s\": expected one of %s. Maybe it is misspelt?"
                .formatted(part, key, KEYS.stream().sorted().collect(Collectors.joining(", "))));
      }
    }
    notes.put(incomeClass, Objects.toString(parts.get("note"), "").strip());
    words(parts.get("headings")).forEach(each -> put(each, incomeClass, complaints));
    for (String each : words(parts.get("to each practice"))) {
      put(each, incomeClass, complaints);
      toEachPractice.add(letters(each));
    }
    words(parts.get("sums")).stream().map(PaymentHeadings::letters).forEach(sums::add);
  }

  private static List<String> words(@Nullable Object list) {
    return list instanceof List<?> several
        ? several.stream().map(String::valueOf).toList()
        : List.of();
  }

  private void put(String heading, IncomeClass incomeClass, List<String> complaints) {
    Map<String, IncomeClass> where = heading.endsWith("*") ? beginnings : exact;
    String letters = letters(heading);
    IncomeClass before = letters.isEmpty() ? null : where.putIfAbsent(letters, incomeClass);
    if (letters.isEmpty() || before != null) {
      complaints.add(
          "the heading \"%s\" of \"%s\" %s"
              .formatted(
                  heading,
                  incomeClass.words(),
                  before == null
                      ? "has no letters; expected a heading. Maybe a value was lost?"
                      : "stands under \"%s\" too; expected it once. Maybe one is meant to go?"
                          .formatted(before.words())));
    }
  }

  /** The class of a heading; {@link IncomeClass#OTHER} for one that stands nowhere. */
  public IncomeClass classOf(String heading) {
    String letters = letters(heading);
    IncomeClass found = exact.get(letters);
    if (found != null) {
      return found;
    }
    String longest = longestBeginning(letters);
    return longest == null ? IncomeClass.OTHER : Objects.requireNonNull(beginnings.get(longest));
  }

  /** Whether the table has the heading. */
  public boolean knows(String heading) {
    String letters = letters(heading);
    return exact.containsKey(letters) || longestBeginning(letters) != null;
  }

  private @Nullable String longestBeginning(String letters) {
    String longest = null;
    for (String beginning : beginnings.keySet()) {
      if (letters.startsWith(beginning)
          && (longest == null || beginning.length() > longest.length())) {
        longest = beginning;
      }
    }
    return longest;
  }

  /** Whether the network contract pays it to each practice, and not to the network's payee. */
  public boolean goesToEachPractice(String heading) {
    return toEachPractice.contains(letters(heading));
  }

  /** Of these headings the one that all payments add up to; null when there is none. */
  public @Nullable String sumAmong(List<String> headings) {
    for (String sum : sums) {
      for (String heading : headings) {
        if (letters(heading).equals(sum)) {
          return heading;
        }
      }
    }
    return null;
  }

  /** Whether two headings are the same in different spelling. */
  public static boolean same(String heading, String other) {
    return letters(heading).equals(letters(other));
  }

  /** What to know of a class. */
  public String note(IncomeClass incomeClass) {
    return notes.getOrDefault(incomeClass, "");
  }

  private static String letters(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
  }
}
