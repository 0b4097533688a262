package moot.register.published;

import java.time.LocalDate;
import moot.register.Fact;
import moot.register.ListKind;
import moot.register.PartyKind;
import moot.register.Position;
import moot.register.Postcode;
import moot.register.PracticeCode;
import moot.register.RelationKind;
import moot.register.Span;
import moot.register.reading.Column;
import moot.register.reading.DateRule;
import moot.register.reading.FactSink;
import moot.register.reading.Layout;
import moot.register.reading.Problems;
import moot.register.reading.RowParser;
import moot.register.reading.TableKind;

/**
 * Patients registered at a GP practice, totals ({@code gp-reg-pat-prac-all.csv}): the registered
 * list of each practice on one day. Older files name the clinical commissioning group instead of
 * the sub-ICB location. Coordinates in degrees are used where somebody has added them.
 */
final class PatientsAtPractice implements TableKind {
  private static final Column DATE = Column.required("EXTRACT_DATE");
  private static final Column TYPE = Column.required("TYPE");
  private static final Column SUB_LOCATION = Column.optional("SUB_ICB_LOCATION_CODE", "CCG_CODE");
  private static final Column PRACTICE = Column.required("CODE");
  private static final Column POSTCODE = Column.optional("POSTCODE");
  private static final Column SEX = Column.required("SEX");
  private static final Column AGE = Column.required("AGE");
  private static final Column PATIENTS = Column.required("NUMBER_OF_PATIENTS");
  private static final Column LATITUDE = Column.optional("Latitude");
  private static final Column LONGITUDE = Column.optional("Longitude");

  @Override
  public String title() {
    return "patients registered at a GP practice (gp-reg-pat-prac-all)";
  }

  @Override
  public int order() {
    return 40;
  }

  @Override
  public Layout layout() {
    return Layout.headed(
        DATE, TYPE, SUB_LOCATION, PRACTICE, POSTCODE, SEX, AGE, PATIENTS, LATITUDE, LONGITUDE);
  }

  @Override
  public DateRule dates() {
    return DateRule.stated(DATE);
  }

  @Override
  public RowParser open(LocalDate asOf, FactSink facts, Problems problems) {
    NoSecond noSecond = new NoSecond("practice");
    return row -> {
      row.date(DATE);
      if (!row.text(TYPE).equals("GP")) {
        row.note(TYPE, "rows about other bodies than practices were left out");
        return;
      }
      if (!row.text(SEX).equals("ALL") || !row.text(AGE).equals("ALL")) {
        row.note(
            row.text(SEX).equals("ALL") ? AGE : SEX,
            "rows about some of a practice's patients only were left out");
        return;
      }
      PracticeCode practice = row.practice(PRACTICE);
      Integer patients = row.patients(PATIENTS);
      Postcode postcode = row.postcodeIfAny(POSTCODE);
      Position position = row.positionFromDegreesIfAny(LATITUDE, LONGITUDE);
      String sub = row.codeIfAny(SUB_LOCATION, "a sub-ICB location's code", "16C");
      if (practice == null || !noSecond.isFirst(row, PRACTICE, practice.value())) {
        return;
      }
      facts.accept(
          new Fact.Party(
              PartyKind.PRACTICE, practice.value(), null, null, null, Span.seenOn(asOf)));
      if (patients != null) {
        facts.accept(
            new Fact.PatientList(
                practice, ListKind.REGISTERED, patients, Span.between(asOf, asOf)));
      }
      if (postcode != null || position != null) {
        facts.accept(new Fact.Site(practice, postcode, position, asOf));
      }
      if (sub != null) {
        facts.accept(
            new Fact.Relation(
                RelationKind.PRACTICE_IN_SUB_LOCATION, practice.value(), sub, Span.seenOn(asOf)));
      }
    };
  }
}
