package moot.register.published;

import java.time.LocalDate;
import java.util.Set;
import moot.register.Fact;
import moot.register.LsoaCode;
import moot.register.PracticeCode;
import moot.register.reading.Column;
import moot.register.reading.DateRule;
import moot.register.reading.FactSink;
import moot.register.reading.Layout;
import moot.register.reading.Problems;
import moot.register.reading.RowParser;
import moot.register.reading.TableKind;

/**
 * Patients registered at a GP practice by the area they live in ({@code
 * gp-reg-pat-prac-lsoa-all.csv} and extracts of it for one system).
 *
 * <p>Patients without a usable address have a word such as {@code CLOSED} in place of the area;
 * they are counted in a note and left out.
 */
final class PatientsByArea implements TableKind {
  private static final Column DATE = Column.optional("EXTRACT_DATE");
  private static final Column PRACTICE = Column.required("PRACTICE_CODE");
  private static final Column AREA = Column.required("LSOA_CODE");
  private static final Column SEX = Column.optional("SEX");
  private static final Column PATIENTS = Column.required("NUMBER_OF_PATIENTS");

  static final Set<String> NO_AREA =
      Set.of("CLOSED", "EMPTY", "NO2001", "NO2011", "NO2021", "UNKNOWN");

  @Override
  public String title() {
    return "practice patients by area (gp-reg-pat-prac-lsoa)";
  }

  @Override
  public int order() {
    return 50;
  }

  @Override
  public Layout layout() {
    return Layout.headed(DATE, PRACTICE, AREA, SEX, PATIENTS);
  }

  @Override
  public DateRule dates() {
    return DateRule.stated(DATE);
  }

  @Override
  public RowParser open(LocalDate asOf, FactSink facts, Problems problems) {
    NoSecond noSecond = new NoSecond("pair of practice and area");
    return row -> {
      PracticeCode practice = row.practice(PRACTICE);
      Integer patients = row.patients(PATIENTS);
      if (row.has(SEX) && !row.text(SEX).equals("ALL")) {
        row.error(
            SEX,
            "expected ALL, for all of a practice's patients",
            "Maybe this is the file of women or of men alone?");
        return;
      }
      if (practice == null || patients == null) {
        return;
      }
      if (NO_AREA.contains(row.text(AREA))) {
        row.note(AREA, "patients without a usable address were left out");
        return;
      }
      LsoaCode area = row.area(AREA);
      if (area != null && noSecond.isFirst(row, AREA, practice + " " + area)) {
        facts.accept(new Fact.AreaPatients(practice, area, patients, asOf));
      }
    };
  }
}
