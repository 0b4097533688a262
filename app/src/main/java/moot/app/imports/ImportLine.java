package moot.app.imports;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import moot.app.register.ImportRecord;

/**
 * An import as one line of a list.
 *
 * @param outcome in a word or two
 * @param tag the colour of its tag, which says nothing that the word does not
 */
public record ImportLine(
    int id, String fileName, String kind, String outcome, String tag, String when, int facts) {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);

  static ImportLine of(ImportRecord record) {
    return new ImportLine(
        record.id(),
        record.fileName(),
        record.kind() == null ? "not recognised" : record.kind(),
        record.stored() ? "taken in" : "refused",
        record.stored() ? "green" : "red",
        when(record),
        record.factsNew() + record.factsKnown());
  }

  static String when(ImportRecord record) {
    return WHEN.format(record.importedAt().atZone(ZoneId.systemDefault()));
  }
}
