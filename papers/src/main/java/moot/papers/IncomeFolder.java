package moot.papers;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import moot.funding.FinancialYear;
import moot.funding.Money;
import moot.funding.Rate;
import moot.funding.income.Income;
import moot.funding.income.IncomeClass;
import moot.funding.income.Incomes;
import moot.funding.income.Scope;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * National and local income as files in one folder: {@code income.csv} and {@code income.xlsx} with
 * every practice, network and place by year, {@code summary.json} with all of them together.
 */
public final class IncomeFolder {
  private static final List<IncomeClass> CLASSES =
      List.of(IncomeClass.values()).stream().filter(IncomeClass::isPayment).toList();

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(tools.jackson.core.StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  private IncomeFolder() {}

  /**
   * @param folder is made when it is not there
   */
  public static void write(Incomes incomes, Path folder) throws IOException {
    Files.createDirectories(folder);
    PlanFolder.file(folder, "income.csv", out -> csv(incomes, out));
    PlanFolder.file(folder, "income.xlsx", out -> xlsx(incomes, out));
    PlanFolder.file(folder, "summary.json", out -> summary(incomes, out));
  }

  /** One row for each year and practice, network and place. Leaves the stream open. */
  public static void csv(Incomes incomes, OutputStream out) throws IOException {
    PlanCsv.table(
        out,
        csv -> {
          List<String> headings =
              new ArrayList<>(
                  List.of("year", "scope", "code", "name", "practices", "registered", "weighted"));
          CLASSES.forEach(each -> headings.add(each.words().replace(' ', '_')));
          headings.addAll(List.of("earned", "total"));
          CLASSES.stream()
              .filter(each -> each != IncomeClass.REIMBURSEMENT)
              .forEach(each -> headings.add(each.words().replace(' ', '_') + "_share"));
          headings.addAll(
              List.of(
                  "leaving_participation",
                  "leaving_through_network",
                  "leaving_lost",
                  "patients_of_networks_not_in_the_file",
                  "leaving_estimate_for_them",
                  "back_per_weighted_patient"));
          csv.writeRecord(headings);
          for (FinancialYear year : incomes.years()) {
            for (Scope scope : Scope.values()) {
              for (Income income : incomes.list(scope, year)) {
                csv.writeRecord(record(income));
              }
            }
          }
        });
  }

  private static List<String> record(Income income) {
    List<String> cells =
        new ArrayList<>(
            List.of(
                income.year().toString(),
                income.scope().words(),
                income.code(),
                Sheet.disarmed(income.name()),
                Integer.toString(income.practices()),
                income.registeredList().amount().toPlainString(),
                income.weightedList().amount().toPlainString()));
    CLASSES.forEach(each -> cells.add(Long.toString(income.of(each).pence())));
    cells.add(Long.toString(income.earned().pence()));
    cells.add(Long.toString(income.total().pence()));
    CLASSES.stream()
        .filter(each -> each != IncomeClass.REIMBURSEMENT)
        .forEach(each -> cells.add(String.format(Locale.ROOT, "%.6f", income.share(each))));
    Income.Leaving leaving = income.leaving();
    cells.add(Long.toString(leaving.participation().pence()));
    cells.add(Long.toString(leaving.throughTheNetwork().pence()));
    cells.add(Long.toString(leaving.lost().pence()));
    cells.add(leaving.unseen().amount().toPlainString());
    cells.add(
        leaving.unseenEstimate() == null ? "" : Long.toString(leaving.unseenEstimate().pence()));
    cells.add(pounds(leaving.back()));
    return cells;
  }

  private static String pounds(@Nullable Rate rate) {
    return rate == null ? "" : rate.inPounds().toPlainString();
  }

  /** The same with a sheet for each, and the headings. Leaves the stream open. */
  public static void xlsx(Incomes incomes, OutputStream out) throws IOException {
    Workbook workbook = new Workbook(out, "Moot", null);
    classes(incomes, new Sheet(workbook, "All"));
    for (Scope scope : List.of(Scope.PLACE, Scope.NETWORK, Scope.PRACTICE)) {
      parties(
          incomes,
          scope,
          new Sheet(
              workbook,
              switch (scope) {
                case PLACE -> "Places";
                case NETWORK -> "Networks";
                default -> "Practices";
              }));
    }
    headings(incomes, new Sheet(workbook, "Headings"));
    workbook.finish();
  }

  private static void classes(Incomes incomes, Sheet sheet) throws IOException {
    sheet.columns(
        Sheet.Column.of("Year", 10),
        Sheet.Column.of("From", 24),
        Sheet.Column.of("Amount, £", 20),
        Sheet.Column.of("Share of what is earned", 14),
        Sheet.Column.of("£ a registered patient", 14),
        Sheet.Column.of("What it is", 80));
    for (FinancialYear year : incomes.years()) {
      Income all = incomes.all(year);
      for (IncomeClass each : CLASSES) {
        Rate rate = all.perPatient(each);
        sheet.row(
            year.toString(),
            each.words(),
            new Sheet.Pounds(all.of(each)),
            each == IncomeClass.REIMBURSEMENT ? null : new Sheet.Share(all.share(each)),
            rate == null ? null : rate.inPounds().doubleValue(),
            incomes.headings().note(each));
      }
    }
    sheet.finish();
  }

  private static void parties(Incomes incomes, Scope scope, Sheet sheet) throws IOException {
    List<Sheet.Column> columns =
        new ArrayList<>(
            List.of(
                Sheet.Column.of("Year", 10),
                Sheet.Column.of("Code", 10),
                Sheet.Column.of("Name", 40),
                Sheet.Column.of("Practices", 10),
                Sheet.Column.of("Registered", 12),
                Sheet.Column.of("Weighted", 12)));
    CLASSES.forEach(each -> columns.add(Sheet.Column.of(each.words() + ", £", 16)));
    columns.add(Sheet.Column.of("Network contract, share", 12));
    columns.add(Sheet.Column.of("Local schemes, share", 12));
    columns.add(Sheet.Column.of("Leaving takes away, £", 16));
    columns.add(Sheet.Column.of("Patients whose network's money is not in the file", 20));
    columns.add(Sheet.Column.of("Estimate for them, £", 16));
    columns.add(Sheet.Column.of("To come back, £ a weighted patient", 16));
    sheet.columns(columns.toArray(Sheet.Column[]::new));
    for (FinancialYear year : incomes.years()) {
      for (Income income : incomes.list(scope, year)) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(year.toString());
        cells.add(income.code());
        cells.add(income.name());
        cells.add(income.practices());
        cells.add(income.registeredList().amount().doubleValue());
        cells.add(income.weightedList().amount().doubleValue());
        CLASSES.forEach(each -> cells.add(new Sheet.Pounds(income.of(each))));
        cells.add(new Sheet.Share(income.share(IncomeClass.NETWORK)));
        cells.add(new Sheet.Share(income.share(IncomeClass.LOCAL)));
        Income.Leaving leaving = income.leaving();
        cells.add(new Sheet.Pounds(leaving.lost()));
        cells.add(leaving.unseen().amount().doubleValue());
        cells.add(
            leaving.unseenEstimate() == null ? null : new Sheet.Pounds(leaving.unseenEstimate()));
        Rate back = leaving.back();
        cells.add(back == null ? null : back.inPounds().doubleValue());
        sheet.row(cells.toArray());
      }
    }
    sheet.finish();
  }

  private static void headings(Incomes incomes, Sheet sheet) throws IOException {
    sheet.columns(
        Sheet.Column.of("Year", 10),
        Sheet.Column.of("Heading", 60),
        Sheet.Column.of("Counted as", 24),
        Sheet.Column.of("Amount, £", 20));
    for (FinancialYear year : incomes.years()) {
      for (Income.Line line : incomes.all(year).lines()) {
        sheet.row(
            year.toString(),
            line.heading(),
            line.from().words()
                + (incomes.unclassed(year).contains(line.heading()) ? " (not known)" : ""),
            new Sheet.Pounds(line.amount()));
      }
    }
    sheet.finish();
  }

  private static void summary(Incomes incomes, OutputStream out) throws IOException {
    List<Map<String, Object>> years = new ArrayList<>();
    for (FinancialYear year : incomes.years()) {
      Income all = incomes.all(year);
      Map<String, Object> classes = new LinkedHashMap<>();
      for (IncomeClass each : CLASSES) {
        classes.put(
            each.words(),
            each == IncomeClass.REIMBURSEMENT
                ? Map.of("pence", all.of(each).pence())
                : Map.of("pence", all.of(each).pence(), "share", all.share(each)));
      }
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("year", year.toString());
      document.put("practices", all.practices());
      document.put("total_pence", all.total().pence());
      document.put("earned_pence", all.earned().pence());
      document.put("classes", classes);
      document.put("leaving_lost_pence", all.leaving().lost().pence());
      Money estimate = all.leaving().unseenEstimate();
      document.put("patients_of_networks_not_in_the_file", all.leaving().unseen().amount());
      document.put("leaving_estimate_for_them_pence", estimate == null ? null : estimate.pence());
      document.put("back_per_weighted_patient", pounds(all.leaving().back()));
      document.put(
          "back_per_weighted_patient_with_estimate", pounds(all.leaving().backWithEstimate()));
      document.put("unknown_headings", incomes.unclassed(year));
      document.put("practices_with_a_stated_sum", incomes.compared(year));
      document.put("practices_that_do_not_add_up", incomes.disagreements(year).size());
      years.add(document);
    }
    try {
      MAPPER.writeValue(out, Map.of("years", years));
      out.write('\n');
    } catch (JacksonException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getMessage(), e);
    }
  }
}
