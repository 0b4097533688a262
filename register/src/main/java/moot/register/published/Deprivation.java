package moot.register.published;

import java.time.LocalDate;
import moot.register.Fact;
import moot.register.LsoaCode;
import moot.register.reading.Column;
import moot.register.reading.DateRule;
import moot.register.reading.FactSink;
import moot.register.reading.Layout;
import moot.register.reading.Problems;
import moot.register.reading.RowParser;
import moot.register.reading.TableKind;

/**
 * English indices of deprivation by area (LSOA): score and decile of the index of multiple
 * deprivation.
 */
final class Deprivation implements TableKind {
  private static final Column AREA =
      Column.required("lsoa21_code", "LSOA code (2021)", "LSOA code (2011)", "lsoa code*");
  private static final Column SCORE =
      Column.required("IMD_score", "Index of Multiple Deprivation (IMD) Score");
  private static final Column DECILE =
      Column.required(
          "IMD_decile",
          "Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs)",
          "Index of Multiple Deprivation (IMD) Decile*");

  @Override
  public String title() {
    return "deprivation by area (indices of deprivation)";
  }

  @Override
  public int order() {
    return 11;
  }

  @Override
  public Layout layout() {
    return Layout.headed(AREA, SCORE, DECILE);
  }

  @Override
  public DateRule dates() {
    return DateRule.notStated();
  }

  @Override
  public RowParser open(LocalDate asOf, FactSink facts, Problems problems) {
    NoSecond noSecond = new NoSecond("area");
    return row -> {
      LsoaCode area = row.area(AREA);
      Double score = row.number(SCORE);
      Double decile = row.number(DECILE);
      if (row.isBlank(SCORE) || (score != null && (score < 0 || score > 100))) {
        row.error(SCORE, "expected a score from 0 to 100", "Maybe it is a rank?");
        return;
      }
      if (row.isBlank(DECILE)
          || (decile != null && (decile < 1 || decile > 10 || decile != Math.rint(decile)))) {
        row.error(DECILE, "expected a decile from 1 to 10", "Maybe it is a rank?");
        return;
      }
      if (area != null
          && score != null
          && decile != null
          && noSecond.isFirst(row, AREA, area.value())) {
        facts.accept(new Fact.AreaDeprivation(area, score, decile.intValue(), asOf));
      }
    };
  }
}
