package moot.funding.roles;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import moot.funding.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * What an employment model means when the money stops. Nobody has published who bears it; what
 * holds without an agreement is our reading of the law, and a network writes its own in.
 *
 * @param toPractices percent of the cost of ending that comes back to the practices by agreement;
 *     the rest stays with the employer
 * @param contractual redundancy by contract, paid where it is more than the law's; null for none
 * @param why what this rests on
 * @param whose who says so
 */
public record EmploymentTerms(
    Employer employer,
    Quantity toPractices,
    @Nullable Contractual contractual,
    String why,
    String whose) {

  /**
   * Redundancy by contract.
   *
   * @param weeksPerYear weeks of uncapped pay for each whole year of service
   * @param mostYears years that count
   * @param afterYears whole years of service from which it is due
   */
  public record Contractual(Quantity weeksPerYear, int mostYears, int afterYears) {}

  private static final String OURS = "assumption of Moot's: no agreement was entered";

  /** What holds as long as nothing was agreed. */
  public static EmploymentTerms withoutAgreement(Employer employer) {
    return switch (employer) {
      case LEAD_PRACTICE ->
          new EmploymentTerms(
              employer,
              Quantity.ZERO,
              null,
              "The employer owes notice and redundancy; the others owe it nothing unless they have"
                  + " agreed to.",
              OURS);
      case FEDERATION ->
          new EmploymentTerms(
              employer,
              Quantity.ZERO,
              null,
              "The company owes it, out of what it has. Practices lose what they own in it, and"
                  + " more only where they have guaranteed it.",
              OURS);
      case TRUST ->
          new EmploymentTerms(
              employer,
              Quantity.ZERO,
              null,
              "The trust owes it, unless its contract with the network passes it on. NHS terms"
                  + " usually grant more than the law, and count service with other NHS employers:"
                  + " enter both.",
              OURS);
      case PRACTICES_JOINTLY ->
          new EmploymentTerms(
              employer,
              Quantity.of(100),
              null,
              "All practices owe it together; any one of them can be asked for the whole.",
              OURS);
    };
  }

  public static Map<Employer, EmploymentTerms> withoutAgreements() {
    Map<Employer, EmploymentTerms> all = new EnumMap<>(Employer.class);
    Arrays.stream(Employer.values()).forEach(e -> all.put(e, withoutAgreement(e)));
    return all;
  }
}
