package moot.funding.roles;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import moot.funding.Mark;
import moot.funding.Money;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * What the law grants to people who are made redundant (Employment Rights Act 1996, sections 86,
 * 155, 162 and 227), as data that can be read and changed.
 *
 * @param leastYears whole years of service from which redundancy pay is due
 * @param mostYears years that count
 * @param bands half-weeks for each year by age, youngest first
 * @param noticeFromMonths service from which notice is due
 * @param mostNotice weeks
 * @param caps the most that a week's pay counts, earliest first
 * @param sources code to page
 */
public record StatutoryRedundancy(
    int leastYears,
    int mostYears,
    Mark mark,
    List<Band> bands,
    int noticeFromMonths,
    int mostNotice,
    List<WeeksPay> caps,
    Map<String, String> sources) {
  public StatutoryRedundancy {
    bands = List.copyOf(bands);
    caps = List.copyOf(caps);
    sources = Map.copyOf(sources);
  }

  /** For each whole year through which a person was at least so old. */
  public record Band(int fromAge, int halfWeeks) {}

  /** The most that a week's pay counts where employment ends on that day or later. */
  public record WeeksPay(LocalDate from, Money most, Mark mark, List<String> sources) {
    public WeeksPay {
      sources = List.copyOf(sources);
    }
  }

  private static final String SHIPPED = "statutory-redundancy.yaml";

  /** The law as shipped, up to the cap of 6 April 2026. */
  public static StatutoryRedundancy shipped() {
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(StatutoryRedundancy.class.getResourceAsStream(SHIPPED)),
            StandardCharsets.UTF_8)) {
      return read(SHIPPED, reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param file its name, for messages
   * @throws BadRolePlan with file and line for each thing that is wrong
   */
  public static StatutoryRedundancy read(String file, Reader reader) {
    return new Reading(file).read(reader);
  }

  /** Weeks of notice that the law asks of the employer. */
  public int noticeWeeks(LocalDate serviceFrom, LocalDate given) {
    Period service = Period.between(serviceFrom, given.plusDays(1));
    return service.toTotalMonths() < noticeFromMonths
        ? 0
        : Math.clamp(service.getYears(), 1, mostNotice);
  }

  /** Whole years of service, the last day included. */
  public static int years(LocalDate serviceFrom, LocalDate last) {
    return Math.max(0, Period.between(serviceFrom, last.plusDays(1)).getYears());
  }

  /**
   * Half-weeks of pay: for each whole year of service counted back from the end, by the age that
   * the person had throughout it.
   */
  public int halfWeeks(LocalDate born, LocalDate serviceFrom, LocalDate last) {
    int years = years(serviceFrom, last);
    if (years < leastYears) {
      return 0;
    }
    int ageAtEnd = Period.between(born, last).getYears();
    int halfWeeks = 0;
    for (int back = 1; back <= Math.min(years, mostYears); back++) {
      int ageThroughout = Math.max(0, ageAtEnd - back);
      halfWeeks +=
          bands.stream()
              .filter(band -> band.fromAge() <= ageThroughout)
              .max(Comparator.comparingInt(Band::fromAge))
              .map(Band::halfWeeks)
              .orElse(0);
    }
    return halfWeeks;
  }

  /** The cap in force on a day; before the first one known the first, after the last the last. */
  public WeeksPay cap(LocalDate last) {
    return caps.stream()
        .filter(cap -> !cap.from().isAfter(last))
        .max(Comparator.comparing(WeeksPay::from))
        .orElse(caps.getFirst());
  }

  /** Whether the cap of a day is known: a new one comes each 6 April. */
  public boolean isCapKnown(LocalDate last) {
    return !last.isBefore(caps.getFirst().from())
        && last.isBefore(caps.getLast().from().plusYears(1));
  }

  /** Reads the file, noting everything that is wrong. */
  private static final class Reading {
    private final String file;
    private final List<Complaint> complaints = new ArrayList<>();

    Reading(String file) {
      this.file = file;
    }

    StatutoryRedundancy read(Reader reader) {
      Node root = null;
      try {
        root = new Yaml(new LoaderOptions()).compose(reader);
      } catch (MarkedYAMLException e) {
        int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
        complain(
            line,
            String.valueOf(e.getProblem()),
            "YAML",
            "Maybe a tab was used for indenting, or a bracket is not closed.");
      }
      if (root == null && complaints.isEmpty()) {
        complain(1, "empty", "a table of the law", "Maybe the wrong file was chosen.");
      }
      Map<String, Node> top = map(root, "the file");
      Map<String, String> sources = new HashMap<>();
      map(top.get("sources"), "sources").forEach((k, v) -> sources.put(k, text(v)));
      Map<String, Node> pay = map(child(top, root, "redundancy"), "redundancy");
      Map<String, Node> notice = map(child(top, root, "notice"), "notice");
      List<Band> bands = new ArrayList<>();
      for (Node node : items(pay.get("weeks"), "weeks")) {
        Map<String, Node> band = map(node, "weeks");
        bands.add(
            new Band(
                number(child(band, node, "from-age"), 0, 100),
                decimal(child(band, node, "weeks"), 52)
                    .multiply(BigDecimal.TWO)
                    .setScale(0, RoundingMode.HALF_UP)
                    .intValue()));
      }
      List<WeeksPay> caps = new ArrayList<>();
      for (Node node : items(top.get("weeks-pay"), "weeks-pay")) {
        Map<String, Node> cap = map(node, "weeks-pay");
        caps.add(
            new WeeksPay(
                day(child(cap, node, "from")),
                Money.ofPounds(decimal(child(cap, node, "pounds"), 100_000)),
                mark(child(cap, node, "mark")),
                codes(cap.get("sources"), sources)));
      }
      caps.sort(Comparator.comparing(WeeksPay::from));
      if (complaints.isEmpty() && (caps.isEmpty() || bands.isEmpty())) {
        complain(1, "nothing", "weeks by age, and the most a week's pay counts", "Maybe cut off.");
      }
      codes(pay.get("sources"), sources);
      codes(notice.get("sources"), sources);
      StatutoryRedundancy law =
          new StatutoryRedundancy(
              number(child(pay, root, "least-years"), 0, 60),
              number(child(pay, root, "most-years"), 1, 60),
              mark(child(pay, root, "mark")).orLessSure(mark(child(notice, root, "mark"))),
              bands,
              number(child(notice, root, "from-months"), 0, 120),
              number(child(notice, root, "most-weeks"), 1, 104),
              caps,
              sources);
      if (!complaints.isEmpty()) {
        throw new BadRolePlan(complaints);
      }
      return law;
    }

    private void complain(int line, String value, String expected, String maybe) {
      Complaint complaint = new Complaint(file + ":" + line, value, expected, maybe);
      if (!complaints.contains(complaint)) {
        complaints.add(complaint);
      }
    }

    private void complain(@Nullable Node node, String value, String expected, String maybe) {
      complain(node == null ? 1 : node.getStartMark().getLine() + 1, value, expected, maybe);
    }

    private @Nullable Node child(Map<String, Node> of, @Nullable Node parent, String key) {
      Node found = of.get(key);
      if (found == null && complaints.isEmpty()) {
        complain(parent, key + " is not there", "a line \"%s:\"".formatted(key), "Maybe misspelt.");
      }
      return found;
    }

    private Map<String, Node> map(@Nullable Node node, String what) {
      Map<String, Node> map = new HashMap<>();
      if (node instanceof MappingNode mapping) {
        for (NodeTuple tuple : mapping.getValue()) {
          map.put(text(tuple.getKeyNode()), tuple.getValueNode());
        }
      } else if (node != null) {
        complain(node, what, "lines \"name: value\"", "Maybe the indenting is off.");
      }
      return map;
    }

    private List<Node> items(@Nullable Node node, String what) {
      if (node instanceof SequenceNode sequence) {
        return sequence.getValue();
      }
      complain(node, what, "a list of lines with \"- \"", "Maybe the dashes are missing.");
      return List.of();
    }

    private static String text(@Nullable Node node) {
      return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private int number(@Nullable Node node, int least, int most) {
      try {
        int number = Integer.parseInt(text(node));
        if (number >= least && number <= most) {
          return number;
        }
      } catch (NumberFormatException e) {
        // said below
      }
      if (node != null) {
        complain(
            node,
            text(node),
            "a whole number from %d to %d".formatted(least, most),
            "Maybe a digit slipped in or out.");
      }
      return least;
    }

    private BigDecimal decimal(@Nullable Node node, long most) {
      try {
        BigDecimal number = new BigDecimal(text(node));
        if (number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(most)) <= 0) {
          return number;
        }
      } catch (NumberFormatException e) {
        // said below
      }
      if (node != null) {
        complain(node, text(node), "a number from 0 to " + most, "Maybe a £ or a comma is in it.");
      }
      return BigDecimal.ZERO;
    }

    private LocalDate day(@Nullable Node node) {
      try {
        LocalDate day = LocalDate.parse(text(node));
        if (day.getYear() >= 1965 && day.getYear() <= 2100) {
          return day;
        }
      } catch (DateTimeParseException e) {
        // said below
      }
      if (node != null) {
        complain(
            node,
            text(node),
            "a day from 1965, when the law began, to 2100, such as 2026-04-06",
            "Maybe day and month are the wrong way round.");
      }
      return LocalDate.EPOCH;
    }

    private Mark mark(@Nullable Node node) {
      return Mark.find(text(node))
          .orElseGet(
              () -> {
                if (node != null) {
                  complain(node, text(node), "one of V2, V, C, M+, M", "Maybe use M if unsure.");
                }
                return Mark.RECALLED;
              });
    }

    private List<String> codes(@Nullable Node node, Map<String, String> sources) {
      List<String> codes = new ArrayList<>();
      if (node instanceof SequenceNode sequence) {
        for (Node item : sequence.getValue()) {
          String code = text(item);
          codes.add(code);
          if (!sources.containsKey(code)) {
            complain(
                item, code, "a code that stands under sources", "Maybe misspelt, or to be added.");
          }
        }
      }
      return codes;
    }
  }
}
