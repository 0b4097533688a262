package moot.register.published;

import java.time.LocalDate;
import moot.register.Fact;
import moot.register.LsoaCode;
import moot.register.Position;
import moot.register.reading.Column;
import moot.register.reading.DateRule;
import moot.register.reading.FactSink;
import moot.register.reading.Layout;
import moot.register.reading.Problems;
import moot.register.reading.RowParser;
import moot.register.reading.TableKind;

/** Population-weighted centroids of areas (LSOA 2021 or 2011), as the ONS publishes them. */
final class AreaCentres implements TableKind {
  private static final Column AREA = Column.required("LSOA21CD", "LSOA11CD");
  private static final Column EASTING = Column.required("x");
  private static final Column NORTHING = Column.required("y");

  @Override
  public String title() {
    return "centres of areas (population-weighted centroids)";
  }

  @Override
  public int order() {
    return 12;
  }

  @Override
  public Layout layout() {
    return Layout.headed(AREA, EASTING, NORTHING);
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
      Position centre = row.positionIfAny(EASTING, NORTHING);
      if (row.areBlank(EASTING, NORTHING)) {
        row.error(EASTING, "expected metres", "Maybe the columns are shifted?");
      }
      if (area != null && centre != null && noSecond.isFirst(row, AREA, area.value())) {
        facts.accept(new Fact.AreaCentre(area, centre, asOf));
      }
    };
  }
}
