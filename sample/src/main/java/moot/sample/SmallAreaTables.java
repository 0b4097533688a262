package moot.sample;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import moot.register.LsoaCode;

/** Tables by small area or by age, in the columns in which the real ones are published. */
final class SmallAreaTables {
  /** How many small areas England ranks, and about where its deciles of deprivation lie. */
  private static final int RANKED = 33_755;

  private static final double[] SCORE_AT_TENTH = {
    95, 45, 33.5, 26.5, 21.5, 17.5, 14, 11, 8.5, 5.5, 0
  };

  private final Mereshire place;

  SmallAreaTables(Mereshire place) {
    this.place = place;
  }

  /** Like the indices of deprivation by LSOA; the overall index only. */
  Path deprivation(Path file) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().build(file)) {
      csv.writeRecord("lsoa21_code", "IMD_decile", "IMD_rank", "IMD_score");
      for (SmallArea area : place.areas()) {
        int rank = rank(area.need());
        csv.writeRecord(
            area.code().value(),
            Integer.toString(Math.min(10, 1 + (rank - 1) * 10 / RANKED)),
            Integer.toString(rank),
            Double.toString(area.need()));
      }
    }
    return file;
  }

  /** Rank 1 is the most deprived. */
  private static int rank(double score) {
    for (int tenth = 1; tenth < SCORE_AT_TENTH.length; tenth++) {
      if (score >= SCORE_AT_TENTH[tenth]) {
        double within =
            (SCORE_AT_TENTH[tenth - 1] - score)
                / (SCORE_AT_TENTH[tenth - 1] - SCORE_AT_TENTH[tenth]);
        return Math.clamp(Math.round((tenth - 1 + within) / 10 * RANKED), 1, RANKED);
      }
    }
    return RANKED;
  }

  /** Like the population-weighted centroids of LSOAs. */
  Path centroids(Path file) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().build(file)) {
      csv.writeRecord("FID", "LSOA21CD", "GlobalID", "x", "y");
      int row = 0;
      for (SmallArea area : place.areas()) {
        csv.writeRecord(
            Integer.toString(++row),
            area.code().value(),
            String.format(Locale.ROOT, "00000000-0000-4000-8000-%012d", row),
            PublishedTables.metres(area.centroid().easting()),
            PublishedTables.metres(area.centroid().northing()));
      }
    }
    return file;
  }

  /** Like patients registered at a practice by LSOA. */
  Path patients(Path file) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().build(file)) {
      csv.writeRecord(
          "PUBLICATION",
          "EXTRACT_DATE",
          "PRACTICE_CODE",
          "PRACTICE_NAME",
          "LSOA_CODE",
          "SEX",
          "NUMBER_OF_PATIENTS");
      for (SamplePractice p : place.practices()) {
        SortedMap<LsoaCode, Integer> byArea = place.getPatientsByArea(p.code());
        for (Map.Entry<LsoaCode, Integer> cell : byArea.entrySet()) {
          csv.writeRecord(
              "GP_PRAC_PAT_LIST",
              PublishedTables.extractDate(Mereshire.LISTS_AT, "ddMMMyyyy"),
              p.code().value(),
              p.name(),
              cell.getKey().value(),
              "ALL",
              Integer.toString(cell.getValue()));
        }
      }
    }
    return file;
  }

  /** Like patients registered at a practice by sex and five-year age band. */
  Path ages(Path file) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().build(file)) {
      csv.writeRecord(
          "PUBLICATION",
          "EXTRACT_DATE",
          "ORG_TYPE",
          "ORG_CODE",
          "ONS_CODE",
          "POSTCODE",
          "SEX",
          "AGE_GROUP_5",
          "NUMBER_OF_PATIENTS");
      for (SamplePractice p : place.practices()) {
        for (boolean female : new boolean[] {true, false}) {
          for (int band = 0; band < AgeCounts.BANDS; band++) {
            csv.writeRecord(
                "GP_PRAC_PAT_LIST",
                PublishedTables.extractDate(Mereshire.LISTS_AT, "ddMMMyyyy"),
                "GP",
                p.code().value(),
                "",
                p.postcode(),
                female ? "FEMALE" : "MALE",
                AgeCounts.bandName(band),
                Integer.toString((female ? p.ages().female() : p.ages().male()).get(band)));
          }
        }
      }
    }
    return file;
  }
}
