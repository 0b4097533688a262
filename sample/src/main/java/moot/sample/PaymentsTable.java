package moot.sample;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import moot.register.NetworkCode;

/**
 * Like <i>NHS Payments to General Practice</i>: what each practice was paid in a year, under the
 * headings that are published. Rates are near the real ones; what happens besides is made up so
 * that a statement beside the rules has something to tell: a commissioner that pays a month in
 * arrears, a company that takes a network's money (so that nothing of it is in the file), practices
 * that opened in the year, one that got a wrong rate.
 */
final class PaymentsTable {
  private static final String ALL =
      "Total NHS Payments to General Practice including Covid and PCN payments";
  private static final String DEDUCTIONS =
      "Deductions for Pensions, Levies and Prescription Charge Income";
  private static final String LEADERSHIP = "PCN Leadership";
  private static final Set<String> COVID =
      Set.of("Covid Immunisation", "Covid Support and Expansion", "Long Covid");

  /** Pays 11 months of 2022/23, and the twelfth in the year after. */
  private static final String IN_ARREARS = "Z2M";

  /** Gets its participation at a rate for registered patients. */
  private static final String WRONGLY_PAID = "Z90033";

  private final Mereshire place;

  PaymentsTable(Mereshire place) {
    this.place = place;
  }

  /**
   * @param year in which the financial year begins: 2022 or 2023
   */
  Path write(Path file, int year) throws IOException {
    Dice dice = new Dice(place.seed(), "payments " + year);
    try (CsvWriter csv = CsvWriter.builder().build(file)) {
      boolean headed = false;
      for (SamplePractice practice : place.practices()) {
        // Drawn for every practice, so that one more or less leaves the others as they are.
        Row row = new Row(practice, year, dice);
        if (practice.opened().isBefore(LocalDate.of(year + 1, 4, 1))) {
          Map<String, String> cells = row.cells();
          if (!headed) {
            csv.writeRecord(cells.keySet());
            headed = true;
          }
          csv.writeRecord(cells.values());
        }
      }
    }
    return file;
  }

  /** One practice in one year. Amounts in pence. */
  private final class Row {
    private final SamplePractice practice;
    private final int year;
    private final double growth;
    private final double months;
    private final Map<String, Long> paid = new LinkedHashMap<>();

    Row(SamplePractice practice, int year, Dice dice) {
      this.practice = practice;
      this.year = year;
      this.growth = (double) practice.registeredList() / practice.lastYearsList();
      LocalDate began = LocalDate.of(year, 4, 1);
      this.months =
          practice.opened().isAfter(began)
              ? 12 - ChronoUnit.MONTHS.between(began, practice.opened())
              : 12;
      core(dice);
      network(dice);
    }

    /**
     * The year's average list; the list of {@code practice} is that of {@link Mereshire#LISTS_AT}.
     */
    private double average(int ofYear, double list) {
      double years = Mereshire.LISTS_AT.getYear() - (ofYear + 0.75);
      return StrictMath.rint(100 * list * StrictMath.pow(growth, -years)) / 100;
    }

    private double registered() {
      return average(year, practice.registeredList());
    }

    private double weighted(int ofYear) {
      return average(ofYear, practice.weightedList().doubleValue());
    }

    private void pay(String heading, double pounds) {
      paid.put(heading, (long) StrictMath.rint(100 * pounds));
    }

    private void core(Dice dice) {
      double part = months / 12;
      double list = registered() * part;
      boolean village = practice.rural();
      boolean pms = practice.contract().equals("PMS");
      boolean first = year == 2022;
      pay("Global Sum", (first ? 94.97 : 99.76) * weighted(year) * part * dice.about1(0.003));
      pay("MPIG Correction factor", 0);
      double more = dice.between(1, 7);
      pay("Balance of PMS Expenditure", pms ? list * more : 0);
      pay("Total QOF Payments", list * (first ? 14.6 : 15.1) * dice.about1(0.07));
      pay("Childhood Vaccination and Immunisation Scheme", list * dice.between(0.05, 0.4));
      pay("Influenza and Pneumococcal Immunisations", list * dice.between(1.8, 3.2));
      pay("Learning Disabilities", 140 * (int) (list * dice.between(0.002, 0.006)));
      pay("Minor Surgery", list * dice.between(0.1, 1.1));
      pay("Weight Management Service", list * dice.between(0, 0.15));
      // What commissioners buy of their own: twice as much in the one as in the other.
      double local = practice.subLocation().equals(IN_ARREARS) ? 11.5 : 5.8;
      double grown = first ? 1 : 1.04;
      pay("Local Incentive Schemes", list * local * grown * dice.about1(0.2));
      pay("Premises Payments", list * dice.between(7, 19));
      pay("Total Locum Allowances", dice.unit() < 0.3 ? dice.between(2_000, 19_000) : 0);
      pay("PCO Admin Other", list * dice.between(0.2, 2.4));
      pay("Information Management and Technology", 0);
      pay("General Practice Transformation", first ? list * dice.between(0, 0.6) : 0);
      double drugs = dice.between(0.4, 1.1);
      pay("Prescribing Fee Payments", list * 0.4);
      pay("Dispensing Fee Payments", practice.dispensing() ? list * 9.5 : 0);
      pay("Reimbursement of Drugs", list * (practice.dispensing() ? 48 * drugs : drugs));
      pay("Other Payments", list * dice.between(0, 1.5));
      pay("Covid Immunisation", list * (first ? dice.between(0.6, 3.4) : 0));
      pay("Covid Support and Expansion", 0);
      pay("Long Covid", first ? list * 0.1 : 0);
    }

    private void network(Dice dice) {
      boolean late = practice.subLocation().equals(IN_ARREARS);
      boolean first = year == 2022;
      double part = months / 12 * (!late || months < 12 ? 1 : first ? 11 / 12.0 : 13 / 12.0);
      Optional<NetworkCode> in = Optional.ofNullable(practice.network());
      double rate = first ? 1.761 : 1.76;
      double list =
          practice.code().value().equals(WRONGLY_PAID) ? 0.9 * registered() : weighted(year - 1);
      pay("PCN Participation", in.isPresent() ? rate * list * part : 0);
      List<SamplePractice> members = in.map(place::listMembers).orElse(List.of());
      boolean payee =
          !members.isEmpty() && members.getFirst().equals(practice) && !paidToCompany(in.get());
      double patients = 0;
      double beds = 0;
      for (SamplePractice member : members) {
        patients += member.registeredList();
        beds += member.careHomeBeds();
      }
      double of = payee ? patients : 0;
      double used = dice.between(0.62, 1);
      double reached = dice.between(0.4, 0.95);
      pay(LEADERSHIP, of * (first ? 1.39 : 0));
      pay("PCN Support", of * (first ? 1.5 : 2.87));
      pay("PCN Extended Hours Access", of * (first ? 0.72 : 0));
      pay("PCN Enhanced Access", of * (first ? 3.82 : 7.58));
      pay("PCN Workforce", of * (first ? 16.7 : 22.7) * used);
      pay("PCN Investment and impact Fund", of * (first ? 3.5 : 1.0) * reached);
      pay("PCN Care Home Premium", payee ? 120 * beds : 0);
    }

    /** Every fifth network has a company for it. */
    private boolean paidToCompany(NetworkCode network) {
      return network.value().charAt(network.value().length() - 1) % 5 == 4;
    }

    private long sum(boolean covid, boolean network) {
      long sum = 0;
      for (Map.Entry<String, Long> line : paid.entrySet()) {
        boolean ofCovid = COVID.contains(line.getKey());
        boolean ofNetwork =
            line.getKey().startsWith("PCN ") && !line.getKey().equals("PCN Participation");
        if ((covid || !ofCovid) && (network || !ofNetwork)) {
          sum += line.getValue();
        }
      }
      return sum;
    }

    /** In the order in which they are published. */
    Map<String, String> cells() {
      Map<String, String> cells = new LinkedHashMap<>();
      boolean in = practice.network() != null;
      cells.put("NHS England (Region) code", "YZM");
      cells.put("NHS England (Region) Name", "DOGGER BANK COMMISSIONING REGION");
      cells.put("Sub ICB Code", practice.subLocation());
      cells.put("Sub ICB NAME", PublishedTables.subLocationName(practice.subLocation()));
      cells.put("PCN Code", in ? String.valueOf(practice.network()) : "");
      cells.put("PCN Name", place.findNetworkOf(practice).map(SampleNetwork::name).orElse(""));
      cells.put("Practice Code", practice.code().value());
      cells.put("Practice Name", practice.name());
      cells.put("Practice Address", practice.settlement());
      cells.put("Practice Postcode", practice.postcode());
      cells.put("Practice Open Date", PublishedTables.extractDate(practice.opened(), "dd/MM/yyyy"));
      cells.put("Practice Close Date", "");
      cells.put("Contract Type", practice.contract());
      cells.put("Dispensing Practice", practice.dispensing() ? "Yes" : "No");
      cells.put("Practice type", "GP practice");
      cells.put("Practice Rurality", practice.rural() ? "Rural" : "Urban");
      cells.put("Atypical characteristics", "");
      cells.put("Number of Registered Patients (Last Known Figure)", plain(registered()));
      cells.put("Number of Weighted Patients (Last Known Figure)", plain(weighted(year)));
      long all = sum(true, true);
      List<String> after = new ArrayList<>();
      for (String heading : paid.keySet()) {
        if (COVID.contains(heading) || heading.equals(LEADERSHIP) || !after.isEmpty()) {
          after.add(heading);
        } else {
          cells.put(heading, pounds(paid.get(heading)));
        }
      }
      long own = sum(false, false);
      long deductions = -own / 9;
      cells.put("Total NHS Payments to General Practice", pounds(own));
      cells.put(DEDUCTIONS, pounds(deductions));
      cells.put(
          "Total NHS Payments to General Practice Minus Deductions", pounds(own + deductions));
      cells.put(ALL, pounds(all));
      after.forEach(heading -> cells.put(heading, pounds(paid.getOrDefault(heading, 0L))));
      return cells;
    }

    private static String plain(double patients) {
      return BigDecimal.valueOf(StrictMath.round(100 * patients), 2)
          .stripTrailingZeros()
          .toPlainString();
    }

    private static String pounds(Long pence) {
      return pence == 0 ? "0" : BigDecimal.valueOf(pence, 2).stripTrailingZeros().toPlainString();
    }
  }
}
