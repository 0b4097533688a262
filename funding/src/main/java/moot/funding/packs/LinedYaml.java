package moot.funding.packs;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A YAML file as a tree that can be checked against a schema, in which each value still knows its
 * line. Nothing but maps, lists and plain values is read: no references, no types of other
 * programs. Numbers are plain decimals; dates stay text.
 */
final class LinedYaml {
  private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+(\\.[0-9]+)?");
  private static final int LONGEST = 1_000_000;

  private final String file;
  private final List<Complaint> complaints = new ArrayList<>();
  private final Map<List<Object>, Integer> lines = new HashMap<>();
  private JsonNode root = JsonNodeFactory.instance.missingNode();

  private LinedYaml(String file) {
    this.file = file;
  }

  /**
   * @param file its name, for complaints
   */
  static LinedYaml read(String file, String text) {
    LinedYaml yaml = new LinedYaml(file);
    yaml.read(text);
    return yaml;
  }

  private void read(String text) {
    if (text.isBlank()) {
      complain(0, "is empty", "a rule pack", "Maybe it was not saved?");
      return;
    }
    if (text.length() > LONGEST) {
      complain(
          0,
          "has %,d characters".formatted(text.length()),
          "at most %,d".formatted(LONGEST),
          "Maybe it is another file?");
      return;
    }
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      if (line.substring(0, line.length() - line.stripLeading().length()).indexOf('\t') >= 0) {
        complain(
            number,
            "a tab at the beginning of the line",
            "spaces",
            "Maybe the editor can be told to write two spaces for a tab?");
      }
    }
    if (!complaints.isEmpty()) {
      return;
    }
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(0);
    options.setNestingDepthLimit(20);
    try {
      Node node = new Yaml(options).compose(new StringReader(text));
      if (node == null) {
        complain(0, "has nothing but remarks", "a rule pack", "Maybe it was not finished?");
      } else {
        root = convert(node, List.of());
      }
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      complain(
          line,
          "cannot be read as YAML (%s)".formatted(oneLine(e.getProblem())),
          "\"key: value\" lines, indented by spaces",
          "Maybe a colon, a quote or an indent is missing here or in the line before?");
    } catch (YAMLException e) {
      complain(
          0,
          "cannot be read as YAML (%s)".formatted(oneLine(e.getMessage())),
          "\"key: value\" lines, indented by spaces",
          "Maybe it is another kind of file?");
    }
  }

  private static String oneLine(@Nullable String words) {
    return words == null ? "no reason given" : words.replaceAll("\\s+", " ").strip();
  }

  private JsonNode convert(Node node, List<Object> path) {
    lines.putIfAbsent(path, node.getStartMark().getLine() + 1);
    return switch (node) {
      case MappingNode map -> {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (NodeTuple tuple : map.getValue()) {
          String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
          int line = tuple.getKeyNode().getStartMark().getLine() + 1;
          if (object.has(key)) {
            complain(
                line,
                "\"%s\" stands here a second time".formatted(key),
                "each key once (first in line %d)".formatted(line(with(path, key))),
                "Maybe a \"- \" is missing before the first key of a new entry?");
          }
          List<Object> below = with(path, key);
          lines.put(below, line);
          object.set(key, convert(tuple.getValueNode(), below));
        }
        yield object;
      }
      case SequenceNode list -> {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Node item : list.getValue()) {
          array.add(convert(item, with(path, array.size())));
        }
        yield array;
      }
      case ScalarNode scalar -> value(scalar);
      default -> throw new YAMLException("a kind of node that is not known");
    };
  }

  private static JsonNode value(ScalarNode scalar) {
    String text = scalar.getValue();
    boolean number = scalar.getTag().equals(Tag.INT) || scalar.getTag().equals(Tag.FLOAT);
    if (number && NUMBER.matcher(text).matches() && text.length() < 30) {
      return JsonNodeFactory.instance.numberNode(new BigDecimal(text));
    }
    if (scalar.getTag().equals(Tag.NULL)) {
      return JsonNodeFactory.instance.nullNode();
    }
    return JsonNodeFactory.instance.stringNode(text);
  }

  /** The path of what stands below another: a key, or a place in a list. */
  static List<Object> with(List<Object> path, Object last) {
    List<Object> longer = new ArrayList<>(path);
    longer.add(last);
    return List.copyOf(longer);
  }

  /** The whole of it; missing when it could not be read. */
  JsonNode root() {
    return root;
  }

  String file() {
    return file;
  }

  /**
   * The line in which a value begins: that of its key, or of the nearest above it that stands in
   * the file.
   *
   * @param path keys and, from 0, places in lists
   */
  int line(List<Object> path) {
    for (int size = path.size(); size >= 0; size--) {
      Integer line = lines.get(path.subList(0, size));
      if (line != null) {
        return line;
      }
    }
    return 0;
  }

  void complain(int line, String says, @Nullable String expected, String maybe) {
    complaints.add(Complaint.of(file, line, says, expected, maybe));
  }

  void complain(List<Object> path, String says, @Nullable String expected, String maybe) {
    complain(line(path), says, expected, maybe);
  }

  /**
   * Complains of a source that is not listed.
   *
   * @param known the codes that are
   */
  void checkSource(List<Object> path, String code, Collection<String> known) {
    if (!known.contains(code)) {
      complain(
          path,
          "source \"%s\"".formatted(code),
          "a code that is listed under sources",
          NearMiss.maybe(code, known, "Maybe it is still to be listed there?"));
    }
  }

  List<Complaint> complaints() {
    return complaints;
  }

  void throwIfAnything() {
    if (!complaints.isEmpty()) {
      throw new BadPack(complaints);
    }
  }
}
