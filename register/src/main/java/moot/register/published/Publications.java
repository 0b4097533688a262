package moot.register.published;

import java.util.List;
import moot.register.reading.TableKind;

/** All kinds of files that are recognised. */
public final class Publications {
  /** In the order in which they are offered to people. */
  public static final List<TableKind> ALL =
      List.of(
          new PlainPractices(),
          new OdsPractices(),
          new NetworkDetails(),
          new NetworkMembers(),
          new PracticeMap(),
          new PatientsAtPractice(),
          new PatientsByArea(),
          new NetworkPatientsByArea(),
          new AdjustedPopulation(),
          new PaymentsToPractices(),
          new Postcodes(),
          new Deprivation(),
          new AreaCentres());

  private Publications() {}
}
