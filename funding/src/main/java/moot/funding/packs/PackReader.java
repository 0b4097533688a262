package moot.funding.packs;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import moot.funding.Complaint;
import moot.funding.FinancialYear;
import moot.funding.terms.Pack;
import tools.jackson.databind.JsonNode;

/** Reads a rule pack; {@code docs/rule-packs.md} says what stands in one. */
public final class PackReader {
  private static final Shape SHAPE = new Shape("rule-pack.schema.json");

  private PackReader() {}

  /**
   * @throws BadPack with all that is wrong with it
   * @throws IOException when the file cannot be read at all
   */
  public static Pack read(Path file) throws IOException {
    String name = file.getFileName().toString();
    try {
      return read(name, Files.readString(file));
    } catch (CharacterCodingException e) {
      throw new BadPack(
          List.of(
              Complaint.of(
                  name,
                  0,
                  "is not text in UTF-8",
                  "a text file",
                  "Maybe it was saved as a word processor's document, or in another encoding?")));
    }
  }

  /**
   * @param file its name, for complaints
   * @throws BadPack with all that is wrong with it
   */
  public static Pack read(String file, String text) {
    String clean = text.startsWith("\uFEFF") ? text.substring(1) : text;
    LinedYaml yaml = LinedYaml.read(file, clean.replace("\r\n", "\n"));
    if (yaml.root().isMissingNode()) {
      yaml.throwIfAnything();
    }
    SHAPE.check(yaml);
    Optional<FinancialYear> year = year(yaml);
    new PackCheck(yaml, year.orElse(null)).check();
    yaml.throwIfAnything();
    return new PackTerms(yaml.root(), year.orElseThrow()).pack();
  }

  private static Optional<FinancialYear> year(LinedYaml yaml) {
    JsonNode node = yaml.root().path("year");
    if (!node.isString()) {
      return Optional.empty();
    }
    String written = node.asString();
    Optional<FinancialYear> year = FinancialYear.find(written);
    if (year.isEmpty()) {
      yaml.complain(
          List.of("year"),
          "year \"%s\"".formatted(written),
          "a financial year such as 2025/26, from 1948/49 to 2100/01",
          maybeYear(written));
    }
    return year;
  }

  private static String maybeYear(String written) {
    String digits = written.replaceAll("[^0-9].*$", "");
    if (digits.length() == 4) {
      int start = Integer.parseInt(digits);
      if (start >= 1948 && start <= 2100) {
        return "Maybe %s?".formatted(new FinancialYear(start));
      }
    }
    return "Maybe the year's four digits are mistyped?";
  }

  /** A day as it is written, 2025-04-01; none for what is no day. */
  static Optional<LocalDate> findDay(JsonNode value) {
    try {
      return value.isString() ? Optional.of(LocalDate.parse(value.asString())) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
