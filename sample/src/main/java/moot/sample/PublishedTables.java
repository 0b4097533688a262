package moot.sample;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

/** Tables with one row for each practice, in the columns in which the real ones are published. */
final class PublishedTables {
  static final String BOARD_NAME = "Mereshire Integrated Care Board";

  private static final String BOARD = Mereshire.PLACE.value();
  private static final String REGION = "YZM";
  private static final String REGION_NAME = "Dogger Bank";

  private static final LocalDate SUB_LOCATIONS_BEGAN = LocalDate.of(2022, 7, 1);

  private final Mereshire place;

  PublishedTables(Mereshire place) {
    this.place = place;
  }

  static String subLocationName(String code) {
    return "Mereshire ICB - " + code;
  }

  private static String onsSubLocation(String code) {
    return "Z1M".equals(code) ? "E38999001" : "E38999002";
  }

  /** {@code practices.csv}: Moot's own plain file. */
  Path practices(Path file) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().build(file)) {
      csv.writeRecord(
          "practice_code",
          "name",
          "postcode",
          "easting",
          "northing",
          "list_size",
          "list_size_date",
          "adjusted_population",
          "weighted_list_size",
          "network_code",
          "network_name",
          "place_code",
          "place_name",
          "sub_location_code",
          "council_code",
          "council_name",
          "lsoa_code",
          "contract_type",
          "dispensing",
          "rurality",
          "need",
          "care_home_beds");
      for (SamplePractice p : place.practices()) {
        csv.writeRecord(
            p.code().value(),
            p.name(),
            p.postcode(),
            metres(p.site().easting()),
            metres(p.site().northing()),
            Integer.toString(p.registeredList()),
            Mereshire.LISTS_AT.toString(),
            Integer.toString(p.adjustedPopulation()),
            p.weightedList().toPlainString(),
            p.network() == null ? "" : p.network().value(),
            place.findNetworkOf(p).map(SampleNetwork::name).orElse(""),
            BOARD,
            Mereshire.NAME,
            p.subLocation(),
            p.council().value(),
            place.getCouncil(p.council()).name(),
            p.area().value(),
            p.contract(),
            p.dispensing() ? "Yes" : "No",
            p.rural() ? "Rural" : "Urban",
            Double.toString(p.need()),
            Integer.toString(p.careHomeBeds()));
      }
    }
    return file;
  }

  /** Like ODS {@code epraccur}: 27 columns, all quoted, no header. */
  Path practitioners(Path file) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().quoteStrategy(QuoteStrategies.ALWAYS).build(file)) {
      for (SamplePractice p : place.practices()) {
        boolean shared = !p.premises().isEmpty();
        csv.writeRecord(
            p.code().value(),
            p.name(),
            REGION,
            BOARD,
            shared ? p.premises() : p.name(),
            "",
            p.settlement().toUpperCase(Locale.ROOT),
            "MERESHIRE",
            "",
            p.postcode(),
            compact(p.opened()),
            "",
            "A",
            "B",
            p.subLocation(),
            compact(SUB_LOCATIONS_BEGAN),
            "",
            "",
            "",
            "",
            "",
            "0",
            "",
            p.subLocation(),
            "",
            "4",
            "");
      }
    }
    return file;
  }

  /** Like OS Code-Point Open: postcode, quality, position and areas, no header. */
  Path postcodes(Path file) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().build(file)) {
      TreeSet<String> written = new TreeSet<>();
      for (SamplePractice p : place.practices()) {
        if (written.add(p.postcode())) {
          csv.writeRecord(
              p.postcode(),
              "10",
              metres(p.site().easting()),
              metres(p.site().northing()),
              "E92000001",
              "E19999001",
              "E18999001",
              "",
              p.council().value(),
              "E05999001");
        }
      }
    }
    return file;
  }

  /** Like the practice-to-network map that comes with patients registered at a practice. */
  Path map(Path file) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().build(file)) {
      csv.writeRecord(
          "PUBLICATION",
          "EXTRACT_DATE",
          "PRACTICE_CODE",
          "PRACTICE_NAME",
          "PRACTICE_POSTCODE",
          "PCN_CODE",
          "PCN_NAME",
          "ONS_SUB_ICB_LOCATION_CODE",
          "SUB_ICB_LOCATION_CODE",
          "SUB_ICB_LOCATION_NAME",
          "ONS_ICB_CODE",
          "ICB_CODE",
          "ICB_NAME",
          "ONS_COMM_REGION_CODE",
          "COMM_REGION_CODE",
          "COMM_REGION_NAME",
          "SUPPLIER_NAME");
      for (SamplePractice p : place.practices()) {
        csv.writeRecord(
            "GP_PRAC_PAT_LIST",
            extractDate(Mereshire.LISTS_AT, "ddMMMyyyy"),
            p.code().value(),
            p.name(),
            p.postcode(),
            p.network() == null ? "U" : p.network().value(),
            place.findNetworkOf(p).map(SampleNetwork::name).orElse("Unallocated"),
            onsSubLocation(p.subLocation()),
            p.subLocation(),
            subLocationName(p.subLocation()),
            "E54999001",
            BOARD,
            BOARD_NAME,
            "E40999001",
            REGION,
            REGION_NAME,
            "");
      }
    }
    return file;
  }

  /** Like patients registered at a GP practice, all ages. */
  Path lists(Path file, LocalDate at, ToIntFunction<SamplePractice> list) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().build(file)) {
      csv.writeRecord(
          "PUBLICATION",
          "EXTRACT_DATE",
          "TYPE",
          "SUB_ICB_LOCATION_CODE",
          "ONS_SUB_ICB_LOCATION_CODE",
          "CODE",
          "POSTCODE",
          "SEX",
          "AGE",
          "NUMBER_OF_PATIENTS");
      for (SamplePractice p : place.practices()) {
        csv.writeRecord(
            "GP_PRAC_PAT_LIST",
            extractDate(at, "dd-MMM-yy"),
            "GP",
            p.subLocation(),
            onsSubLocation(p.subLocation()),
            p.code().value(),
            p.postcode(),
            "ALL",
            "ALL",
            Integer.toString(list.applyAsInt(p)));
      }
    }
    return file;
  }

  /** Like the PCN adjusted populations, with their row for the total. */
  Path adjustedPopulation(Path file) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().build(file)) {
      csv.writeRecord(
          "Practice Code",
          "Practice Name",
          "PCN Code",
          "PCN Name",
          "ICB Code",
          "ICB Name",
          "Region code",
          "Region",
          "Raw list size",
          "Adjusted Population",
          "PCN member January 25");
      int raw = 0;
      int adjusted = 0;
      for (SamplePractice p : place.practices()) {
        boolean member = p.network() != null;
        raw += p.registeredList();
        adjusted += p.adjustedPopulation();
        csv.writeRecord(
            p.code().value(),
            p.name(),
            p.network() == null ? "no_data" : p.network().value(),
            place.findNetworkOf(p).map(SampleNetwork::name).orElse("no_data"),
            member ? BOARD : "no_data",
            member ? BOARD_NAME : "no_data",
            REGION,
            REGION_NAME,
            Integer.toString(p.registeredList()),
            Integer.toString(p.adjustedPopulation()),
            member ? "Yes" : "No");
      }
      csv.writeRecord(
          "", "", "", "", "", "", "", "", Integer.toString(raw), Integer.toString(adjusted), "");
    }
    return file;
  }

  static String metres(double value) {
    return Long.toString(Math.round(value));
  }

  static String compact(LocalDate date) {
    return date.format(DateTimeFormatter.BASIC_ISO_DATE);
  }

  static String extractDate(LocalDate date, String pattern) {
    return date.format(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
  }
}
