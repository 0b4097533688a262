package moot.cli;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.Consumer;
import moot.register.reading.Column;
import moot.register.reading.DateRule;
import moot.register.reading.FactSink;
import moot.register.reading.Layout;
import moot.register.reading.Problems;
import moot.register.reading.Row;
import moot.register.reading.RowParser;
import moot.register.reading.TableKind;

/**
 * Tables that only {@code plan} and {@code fund} read: pairs, locks, preferences, where patients
 * live, what was achieved.
 */
final class SmallTables {
  static final Column A = Column.required("a");
  static final Column B = Column.required("b");

  static final Column LOCK = Column.required("lock");
  static final Column CODES = Column.required("codes");

  static final Column OF = Column.required("of");
  static final Column ABOUT = Column.required("about");
  static final Column DISLIKE = Column.required("dislike");

  static final Column PRACTICE = Column.required("practice_code");
  static final Column AREA = Column.required("lsoa_code", "lsoa");
  static final Column PATIENTS = Column.required("patients", "number_of_patients");

  private SmallTables() {}

  /** {@code --neighbours}: {@code a,b}. */
  static TableKind neighbours(Consumer<Row> row) {
    return table("table of neighbours with the columns a and b", row, A, B);
  }

  /** {@code --locks}: {@code lock,codes}, the codes separated by spaces. */
  static TableKind locks(Consumer<Row> row) {
    return table("table of locks with the columns lock and codes", row, LOCK, CODES);
  }

  /** {@code --preferences}: {@code of,about,dislike}. */
  static TableKind preferences(Consumer<Row> row) {
    return table(
        "table of preferences with the columns of, about and dislike", row, OF, ABOUT, DISLIKE);
  }

  /** {@code --patients-by-area}: {@code practice_code,lsoa_code,patients}. */
  static TableKind patientsByArea(Consumer<Row> row) {
    return table(
        "table of patients by area with the columns practice_code, lsoa_code and patients",
        row,
        PRACTICE,
        AREA,
        PATIENTS);
  }

  /** {@code --achieved}: {@code payee,term,points,prevalence_factor,percent}. */
  static TableKind achieved(Consumer<Row> row) {
    return table(
        "table of what was achieved with the columns payee and points or percent",
        row,
        AchievedFile.PAYEE,
        AchievedFile.TERM,
        AchievedFile.POINTS,
        AchievedFile.PREVALENCE,
        AchievedFile.PERCENT);
  }

  private static TableKind table(String title, Consumer<Row> eachRow, Column... columns) {
    return new TableKind() {
      @Override
      public String title() {
        return title;
      }

      @Override
      public int order() {
        return 0;
      }

      @Override
      public Layout layout() {
        return Layout.headed(Arrays.copyOf(columns, columns.length));
      }

      @Override
      public DateRule dates() {
        return DateRule.notStated();
      }

      @Override
      public RowParser open(LocalDate asOf, FactSink facts, Problems problems) {
        return eachRow::accept;
      }
    };
  }
}
