package moot.funding.management;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import moot.funding.Complaint;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A part of a file as somebody typed it, which knows its line. What is wrong is noted, and reading
 * goes on with a value that does no harm, so that all complaints come at once.
 */
final class Reading {
  private static final Pattern NUMBER =
      Pattern.compile("£?\\s*([-−+]?)\\s*£?\\s*([0-9][0-9,]*(?:\\.[0-9]+)?|\\.[0-9]+)\\s*(%?)");

  /** No file of a person holds more than this many parts in one list. */
  private static final int MOST = 10_000;

  private final String where;
  private final int line;
  private final @Nullable Node node;
  private final List<Complaint> complaints;
  private final Set<String> known = new HashSet<>();

  private Reading(String where, int line, @Nullable Node node, List<Complaint> complaints) {
    this.where = where;
    this.line = line;
    this.node = node;
    this.complaints = complaints;
  }

  /** Reads YAML, of which JSON is a part. */
  static Reading of(String text, List<Complaint> complaints) {
    Node root = null;
    try {
      LoaderOptions options = new LoaderOptions();
      options.setMaxAliasesForCollections(0);
      options.setNestingDepthLimit(20);
      options.setCodePointLimit(4_000_000);
      root = new Yaml(options).compose(new StringReader(text));
      if (root == null) {
        complaints.add(
            new Complaint(
                "", 0, "nothing in it; expected a scenario. Maybe begin with one of the presets?"));
      } else if (!(root instanceof MappingNode)) {
        complaints.add(
            new Complaint(
                "",
                root.getStartMark().getLine() + 1,
                "no fields in it; expected `title:`, `first year:` and so on. Maybe this is another file?"));
      }
    } catch (MarkedYAMLException e) {
      complaints.add(
          new Complaint(
              "",
              e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1,
              "%s; expected YAML or JSON. Maybe a tab, a missing colon or a missing bracket?"
                  .formatted(e.getProblem())));
    } catch (YAMLException e) {
      complaints.add(
          new Complaint(
              "", 0, "%s; expected YAML or JSON. Maybe another file?".formatted(e.getMessage())));
    }
    return new Reading("", root == null ? 0 : 1, root, complaints);
  }

  void complain(String what) {
    complaints.add(new Complaint(where, line, what));
  }

  boolean isThere() {
    return node != null && !Tag.NULL.equals(node.getTag());
  }

  boolean isMap() {
    return node instanceof MappingNode;
  }

  boolean isList() {
    return node instanceof SequenceNode;
  }

  /** The fields, each complained of once if there is no such field or if it is there twice. */
  Reading fields(String... names) {
    if (node == null) {
      return this;
    }
    if (!(node instanceof MappingNode map)) {
      complain(
          "%s; expected fields %s. Maybe an indent is missing?".formatted(shown(), all(names)));
      return new Reading(where, line, null, complaints);
    }
    known.addAll(List.of(names));
    Set<String> seen = new HashSet<>();
    for (NodeTuple tuple : map.getValue()) {
      String name = name(tuple);
      int at = tuple.getKeyNode().getStartMark().getLine() + 1;
      if (!known.contains(name)) {
        complaints.add(
            new Complaint(
                where,
                at,
                "no field `%s`; expected %s. Maybe %s?"
                    .formatted(
                        name,
                        all(names),
                        Near.to(name, known).map(n -> "`" + n + "`").orElse("leave it out"))));
      } else if (!seen.add(name)) {
        complaints.add(
            new Complaint(
                where, at, "`%s` twice; expected it once. Maybe leave one out?".formatted(name)));
      }
    }
    return this;
  }

  private static String all(String... names) {
    return "`" + String.join("`, `", names) + "`";
  }

  private static String name(NodeTuple tuple) {
    return tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
  }

  /** A field; one that is not there knows so. */
  Reading field(String name) {
    String path = where.isEmpty() ? name : where + "." + name;
    if (node instanceof MappingNode map) {
      for (NodeTuple tuple : map.getValue()) {
        if (name(tuple).equals(name)) {
          Node value = tuple.getValueNode();
          return new Reading(path, value.getStartMark().getLine() + 1, value, complaints);
        }
      }
    }
    return new Reading(path, line, null, complaints);
  }

  /** The fields by name, whatever they are. */
  Map<String, Reading> entries() {
    Map<String, Reading> all = new LinkedHashMap<>();
    if (node instanceof MappingNode map) {
      map.getValue().forEach(tuple -> all.put(name(tuple), field(name(tuple))));
    } else if (isThere()) {
      complain("%s; expected fields. Maybe an indent is missing?".formatted(shown()));
    }
    return all;
  }

  /** The parts of a list; of anything else itself; of nothing none. */
  List<Reading> parts() {
    List<Reading> parts = new ArrayList<>();
    if (node instanceof SequenceNode list) {
      if (list.getValue().size() > MOST) {
        complain(
            "%d of them; expected at most %d. Maybe another file?"
                .formatted(list.getValue().size(), MOST));
        return parts;
      }
      for (Node part : list.getValue()) {
        parts.add(
            new Reading(
                "%s[%d]".formatted(where, parts.size()),
                part.getStartMark().getLine() + 1,
                part,
                complaints));
      }
    } else if (isThere()) {
      parts.add(this);
    }
    return parts;
  }

  private String shown() {
    return node instanceof ScalarNode scalar
        ? scalar.getValue().isBlank() ? "nothing" : scalar.getValue()
        : node instanceof SequenceNode ? "a list" : isThere() ? "fields" : "nothing";
  }

  String text(String expected, @Nullable String otherwise) {
    if (node instanceof ScalarNode scalar && isThere() && !scalar.getValue().isBlank()) {
      String text = scalar.getValue().strip();
      if (text.length() <= 2_000 && text.chars().noneMatch(c -> c < ' ' && c != '\n')) {
        return text;
      }
      complain("too long or not text; expected %s. Maybe shorten it?".formatted(expected));
      return "";
    }
    if (!isThere() && otherwise != null) {
      return otherwise;
    }
    complain("%s; expected %s. Maybe it was forgotten?".formatted(shown(), expected));
    return "";
  }

  <T> T word(
      Function<String, java.util.Optional<T>> find, List<String> words, @Nullable T otherwise) {
    if (!isThere() && otherwise != null) {
      return otherwise;
    }
    String typed = shown();
    return find.apply(typed)
        .orElseGet(
            () -> {
              complain(
                  "%s; expected one of %s. Maybe %s?"
                      .formatted(
                          typed,
                          String.join(", ", words),
                          Near.to(typed, words).orElse(words.getFirst())));
              return find.apply(words.getFirst()).orElseThrow();
            });
  }

  boolean yes(boolean otherwise) {
    return word(
        w ->
            switch (w) {
              case "yes", "true" -> java.util.Optional.of(true);
              case "no", "false" -> java.util.Optional.of(false);
              default -> java.util.Optional.empty();
            },
        List.of("yes", "no"),
        otherwise);
  }

  /** A number between two bounds, with a sign for pounds or percent or without. */
  BigDecimal number(Kind kind, double least, double most, @Nullable String otherwise) {
    if (!isThere() && otherwise != null) {
      return new BigDecimal(otherwise);
    }
    BigDecimal harmless = BigDecimal.valueOf(Math.max(least, Math.min(most, 1)));
    String expected =
        kind.shown(BigDecimal.valueOf(least)) + " to " + kind.shown(BigDecimal.valueOf(most));
    Matcher matcher = NUMBER.matcher(shown());
    if (!isThere() || !matcher.matches() || shown().length() > 40) {
      complain(
          "%s; expected a number, %s. Maybe %s?"
              .formatted(
                  shown(), expected, isThere() ? "a letter slipped in" : "it was forgotten"));
      return harmless;
    }
    boolean pounds = shown().contains("£");
    boolean percent = !matcher.group(3).isEmpty();
    if (pounds && kind != Kind.POUNDS || percent && kind != Kind.PERCENT) {
      complain("%s; expected %s. Maybe leave out the sign?".formatted(shown(), kind.words));
      return harmless;
    }
    BigDecimal value = new BigDecimal(matcher.group(2).replace(",", ""));
    if (!matcher.group(1).isEmpty() && !matcher.group(1).equals("+")) {
      value = value.negate();
    }
    if (value.doubleValue() < least || value.doubleValue() > most) {
      complain(
          "%s; expected %s. Maybe %s?"
              .formatted(shown(), expected, maybe(kind, value, least, most)));
      return harmless;
    }
    if (value.scale() > 6) {
      complain("%s; expected at most six decimals. Maybe round it?".formatted(shown()));
      return harmless;
    }
    return value;
  }

  private static String maybe(Kind kind, BigDecimal value, double least, double most) {
    List<BigDecimal> slips =
        kind == Kind.PLAIN
            ? List.of(value.negate())
            : List.of(value.negate(), value.movePointLeft(1), value.movePointLeft(2));
    for (BigDecimal other : slips) {
      if (other.doubleValue() >= least && other.doubleValue() <= most) {
        return kind.shown(other);
      }
    }
    return kind.shown(BigDecimal.valueOf(value.doubleValue() < least ? least : most));
  }

  int whole(int least, int most, @Nullable Integer otherwise) {
    BigDecimal number =
        number(Kind.PLAIN, least, most, otherwise == null ? null : Integer.toString(otherwise));
    if (number.stripTrailingZeros().scale() > 0) {
      complain("%s; expected a whole number. Maybe round it?".formatted(shown()));
      return least;
    }
    return number.intValue();
  }

  enum Kind {
    PLAIN("a plain number"),
    POUNDS("pounds"),
    PERCENT("percent");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String shown(BigDecimal value) {
      String number = Uncertain.number(value.doubleValue());
      return switch (this) {
        case PLAIN -> number;
        case POUNDS -> value.signum() < 0 ? "−£" + number.substring(1) : "£" + number;
        case PERCENT -> number + " %";
      };
    }
  }
}
