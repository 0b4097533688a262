package moot.app.roleplans;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import moot.app.access.Seat;
import moot.funding.FinancialYear;
import moot.funding.packs.Packs;
import moot.funding.roles.Employer;
import moot.funding.terms.RoleMaximum;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Role plans and donor services that invented people of a sample place have entered, by the desk
 * that everybody uses. Pay is near the national bands; ages and names are nobody's.
 */
@Component
public class SampleRolePlans {
  /** Pounds; those of 1 October 2024, as later ones were not found. */
  private static final Map<String, String> MAXIMA =
      Map.of(
          "clinical-pharmacist", "65838",
          "pharmacy-technician", "42437",
          "first-contact-physiotherapist", "65838",
          "social-prescribing-link-worker", "42437",
          "care-co-ordinator", "35290",
          "advanced-practitioner", "72141",
          "mental-health-practitioner-adults", "53319",
          "health-and-wellbeing-coach", "42437");

  private final RolePlanDesk desk;
  private final DonorDesk donors;
  private final RoleReckoning reckoning;

  SampleRolePlans(RolePlanDesk desk, DonorDesk donors, RoleReckoning reckoning) {
    this.desk = desk;
    this.donors = donors;
    this.reckoning = reckoning;
  }

  /**
   * One post.
   *
   * @param from years before or after the plan's year, and month and day
   * @param to likewise; empty for no end
   * @param age of whoever holds it; empty while nobody does
   */
  private record Hire(
      String role, String wte, String from, String to, String pay, String age, String noticeWeeks) {
    Map<String, String> fields(FinancialYear year, Employer employer) {
      Map<String, String> fields = new HashMap<>();
      fields.put("what", "post");
      fields.put("role", role);
      fields.put("wte", wte);
      fields.put("people", Integer.toString((int) Math.ceil(Double.parseDouble(wte))));
      fields.put("from", day(year, from));
      fields.put("to", to.isEmpty() ? "" : day(year, to));
      fields.put("pay", pay);
      fields.put("onCosts", "26");
      fields.put("employer", employer.name());
      fields.put("noticeWeeks", noticeWeeks);
      fields.put("age", age);
      fields.put("serviceFrom", age.isEmpty() ? "" : day(year, from));
      return fields;
    }

    private static String day(FinancialYear year, String offset) {
      String[] parts = offset.split(" ", 2);
      return (year.start() + Integer.parseInt(parts[0])) + "-" + parts[1];
    }
  }

  /**
   * A plan of a network that employs through a lead practice, one of a network whose federation
   * employs, and the services whose staff they would draw.
   *
   * @param first code of the director's network
   * @param second code of the network that the federation plans for
   */
  public void make(Seat director, Seat federation, Seat system, String first, String second) {
    donor(system, "Mereshire Ambulance Service", "paramedic", "28", "4");
    donor(system, "Mereshire Community Physiotherapy", "first-contact-physiotherapist", "46", "5");
    donor(system, "Mere Infirmary, pharmacy", "clinical-pharmacist", "64", "6");
    donor(system, "Community pharmacies of Mereshire", "pharmacy-technician", "120", "5");

    share(
        director,
        plan(
            director,
            "Roles through the lead practice",
            first,
            Employer.LEAD_PRACTICE,
            List.of(
                new Hire("clinical-pharmacist", "4", "-5 07-01", "", "52100", "38", "12"),
                new Hire("pharmacy-technician", "2", "-3 10-01", "", "33800", "29", "8"),
                new Hire("first-contact-physiotherapist", "3", "-3 04-01", "", "51500", "44", "12"),
                new Hire(
                    "social-prescribing-link-worker", "2.6", "-4 04-01", "", "32500", "51", "8"),
                new Hire("care-co-ordinator", "3", "-4 09-01", "", "27600", "33", "4"),
                new Hire(
                    "health-and-wellbeing-coach", "1", "-2 06-01", "0 12-31", "31900", "57", "8"),
                new Hire("paramedic", "2", "0 09-01", "", "49300", "", "12"),
                new Hire("general-practitioner", "1.5", "1 01-01", "", "104000", "", "12")),
            work()));

    share(
        federation,
        plan(
            federation,
            "Roles employed by the federation",
            second,
            Employer.FEDERATION,
            List.of(
                new Hire("clinical-pharmacist", "5", "-4 04-01", "", "51000", "35", "12"),
                new Hire("first-contact-physiotherapist", "1", "0 10-01", "", "51500", "", "12"),
                new Hire(
                    "mental-health-practitioner-adults", "1.5", "-2 01-01", "", "49800", "47", "8"),
                new Hire("social-prescribing-link-worker", "2", "-2 10-01", "", "32100", "42", "8"),
                new Hire("care-co-ordinator", "4", "-3 06-01", "", "26900", "26", "4"),
                new Hire("paramedic", "1", "0 11-01", "", "48100", "", "12"),
                new Hire("pharmacy-technician", "2", "0 07-01", "", "33000", "", "8"),
                new Hire("general-practitioner", "1", "0 08-01", "", "106500", "31", "12")),
            federationTerms()));
  }

  private void donor(Seat system, String name, String role, String staff, String threshold) {
    donors.set(system, Map.of("name", name, "role", role, "staff", staff, "threshold", threshold));
  }

  private void share(Seat seat, long plan) {
    desk.share(seat, plan);
  }

  private long plan(
      Seat seat,
      String name,
      String network,
      Employer employer,
      List<Hire> hires,
      Map<String, String> more) {
    FinancialYear year = reckoning.usualYear();
    long id = desk.make(seat, name, network);
    int version = desk.get(seat, id).version();
    Set<String> known =
        Packs.shipped().get("network-contract", year).maxima().stream()
            .filter(maximum -> !maximum.rates().isEmpty())
            .map(RoleMaximum::role)
            .collect(Collectors.toSet());
    for (String role : hires.stream().map(Hire::role).distinct().toList()) {
      @Nullable String most = known.contains(role) ? null : MAXIMA.get(role);
      if (most != null) {
        version =
            change(
                seat,
                id,
                version,
                Map.of("what", "maximum", "role", role, "year", year.toString(), "maximum", most));
      }
    }
    for (Hire hire : hires) {
      version = change(seat, id, version, hire.fields(year, employer));
    }
    change(seat, id, version, more);
    return id;
  }

  private int change(Seat seat, long id, int on, Map<String, String> fields) {
    return desk.change(seat, id, on, fields);
  }

  /** Hours of paramedics, as the network expects them; those of other roles stay as assumed. */
  private static Map<String, String> work() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("what", "work");
    fields.put("role", "paramedic");
    fields.put("weekly", "30 33 35");
    fields.put("weeks", "40 42 44");
    fields.put("meetings", "1 2 3");
    fields.put("ownInduction", "60 100 160");
    fields.put("supervision", "2 3 5");
    fields.put("givenInduction", "20 30 50");
    return fields;
  }

  private static Map<String, String> federationTerms() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("what", "employment");
    fields.put("employer", Employer.FEDERATION.name());
    fields.put("toPractices", "50");
    fields.put("weeksPerYear", "4.35");
    fields.put("mostYears", "24");
    fields.put("afterYears", "2");
    fields.put("why", "Practices have guaranteed half of it; contracts say a month for each year.");
    return fields;
  }
}
