package moot.funding.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever somebody does to a file, they are told in words and never get a stack trace. */
class SpoiltPacksTest {
  private static final List<String> SPOILING =
      List.of(
          "",
          "null",
          "~",
          "[]",
          "{}",
          "- x",
          "x: y",
          "0",
          "-1",
          "1e9",
          "£",
          "\"",
          "'",
          ": :",
          "&a",
          "*a",
          "!!int x",
          "%",
          "@",
          "|",
          ">",
          "2025-13-45",
          "true",
          "\u0000",
          "é",
          "- - -",
          "?",
          "<<: *a",
          "---",
          "...");

  @Test
  void aSpoiltPackIsReadOrComplainedOf() {
    long seed = 20_251_122;
    Random random = new Random(seed);
    List<String> names = Packs.resource("shipped.txt").lines().toList();
    int complained = 0;
    for (int round = 0; round < 3_000; round++) {
      String name = names.get(random.nextInt(names.size()));
      String text = spoil(Packs.resource(name), random);
      try {
        PackReader.read(name, text);
      } catch (BadPack bad) {
        complained++;
        int lines = (int) text.lines().count() + 1;
        assertThat(bad.complaints())
            .allSatisfy(
                complaint -> {
                  assertThat(complaint.line()).isBetween(0, lines);
                  assertThat(complaint.what()).contains(". Maybe ").endsWith("?");
                  assertThat(complaint.inWords()).hasSizeLessThan(600);
                });
      } catch (RuntimeException e) {
        throw new AssertionError(
            "seed %d, round %d, %s:%n%s".formatted(seed, round, name, text), e);
      }
    }
    assertThat(complained).isGreaterThan(1_000);
  }

  private static String spoil(String text, Random random) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    for (int i = random.nextInt(3); i >= 0; i--) {
      int at = random.nextInt(lines.size());
      String line = lines.get(at);
      String spoiling = SPOILING.get(random.nextInt(SPOILING.size()));
      int colon = line.indexOf(": ");
      switch (random.nextInt(6)) {
        case 0 -> lines.remove(at);
        case 1 -> lines.add(at, line);
        case 2 -> lines.set(at, " ".repeat(random.nextInt(8)) + line.strip());
        case 3 -> lines.set(at, colon < 0 ? spoiling : line.substring(0, colon + 2) + spoiling);
        case 4 -> lines.set(at, colon < 0 ? line : spoiling + line.substring(colon));
        default -> {
          int letter = line.isEmpty() ? 0 : random.nextInt(line.length());
          lines.set(at, line.substring(0, letter) + spoiling + line.substring(letter));
        }
      }
      if (lines.isEmpty()) {
        return "";
      }
    }
    return String.join("\n", lines);
  }
}
