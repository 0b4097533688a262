package moot.funding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a figure comes from: a tree from the figure to what it was computed from.
 *
 * @param what what the figure is, in the field's words
 * @param value as read on the screen, with its unit
 * @param how the step that made it from its parts, or null for what was given
 * @param mark how sure we are; null for what is a fact of the place and no rate
 * @param sources pages and clauses, by their codes in the rule pack
 */
public record Trace(
    String what,
    String value,
    @Nullable String how,
    @Nullable Mark mark,
    List<String> sources,
    List<Trace> parts) {
  public Trace {
    sources = List.copyOf(sources);
    parts = List.copyOf(parts);
  }

  /** Something that was given. */
  public static Trace given(String what, String value) {
    return new Trace(what, value, null, null, List.of(), List.of());
  }

  public static Trace made(String what, String value, String how, List<Trace> parts) {
    return new Trace(what, value, how, null, List.of(), parts);
  }

  /** As indented lines, one for each figure. */
  public String inWords() {
    StringBuilder words = new StringBuilder();
    write(words, 0);
    return words.toString();
  }

  private void write(StringBuilder words, int depth) {
    words.append("  ".repeat(depth)).append(what).append(": ").append(value);
    if (how != null) {
      words.append("  = ").append(how);
    }
    if (mark != null) {
      words.append("  [").append(mark.sign()).append(", ").append(mark.words()).append(']');
    }
    if (!sources.isEmpty()) {
      words.append("  (").append(String.join("; ", sources)).append(')');
    }
    words.append('\n');
    parts.forEach(part -> part.write(words, depth + 1));
  }
}
