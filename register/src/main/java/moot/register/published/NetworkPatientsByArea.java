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
 * A network's patients by the area they live in, as the Staffordshire and Stoke-on-Trent system
 * publishes it. Networks stand there by name only.
 */
final class NetworkPatientsByArea implements TableKind {
  private static final Column AREA = Column.required("LSOA_CODE");
  private static final Column NETWORK = Column.required("PCN_NAME");
  private static final Column PATIENTS = Column.required("PCN_Patients");

  @Override
  public String title() {
    return "network patients by area";
  }

  @Override
  public int order() {
    return 51;
  }

  @Override
  public Layout layout() {
    return Layout.headed(AREA, NETWORK, PATIENTS);
  }

  @Override
  public DateRule dates() {
    return DateRule.notStated();
  }

  @Override
  public RowParser open(LocalDate asOf, FactSink facts, Problems problems) {
    NoSecond noSecond = new NoSecond("pair of network and area");
    return row -> {
      String network = row.name(NETWORK);
      Integer patients = row.patients(PATIENTS);
      if (network == null) {
        row.error(NETWORK, "expected a network's name", "Maybe the row is a total?");
        return;
      }
      if (PatientsByArea.NO_AREA.contains(row.text(AREA))) {
        row.note(AREA, "patients without a usable address were left out");
        return;
      }
      LsoaCode area = row.area(AREA);
      if (area != null && patients != null && noSecond.isFirst(row, AREA, network + " " + area)) {
        facts.accept(new Fact.NetworkAreaPatients(network, area, patients, asOf));
      }
    };
  }
}
