package moot.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Lays the files of the place into a folder. */
final class MereshireFiles {
  private static final String README =
      """
      Mereshire does not exist. Everything in this folder was made up by a program (seed %d):
      no practice, network, council, postcode or person in it is real.

      The files look like the published ones of real places:

      epraccur.csv                                   ODS GP practices, no header
      postcodes-zm.csv                               postcode positions, like Code-Point Open, no header
      gp-reg-pat-prac-map-2025-01.csv                practice, network, sub-ICB location, board
      gp-reg-pat-prac-all-2024-01.csv, …-2025-01.csv patients registered at a practice
      ePCN.xlsx                                      networks and their members since 2019
      pcn-adjusted-population-2025-26.csv            adjusted populations
      payments-2022-23.csv, payments-2023-24.csv     NHS payments to general practice, by practice
      imd-lsoa.csv                                   deprivation by small area
      lsoa-centroids.csv                             positions of small areas
      gp-reg-pat-prac-lsoa-2025-01.csv               patients by practice and small area
      practices.csv                                  one row per practice, as `plan` reads it

      Beside them, not for import:

      gp-reg-pat-prac-quin-age-2025-01.csv           patients by practice, sex and age
      place.geojson, councils.geojson                outlines, WGS 84
      """;

  private final Mereshire place;

  MereshireFiles(Mereshire place) {
    this.place = place;
  }

  List<Path> write(Path dir) throws IOException {
    Files.createDirectories(dir);
    PublishedTables tables = new PublishedTables(place);
    PaymentsTable payments = new PaymentsTable(place);
    SmallAreaTables areas = new SmallAreaTables(place);
    Files.writeString(dir.resolve("README.txt"), String.format(Locale.ROOT, README, place.seed()));
    areas.ages(dir.resolve("gp-reg-pat-prac-quin-age-2025-01.csv"));
    OutlineGeoJson.write(place, dir.resolve("place.geojson"), dir.resolve("councils.geojson"));
    return List.of(
        tables.practitioners(dir.resolve("epraccur.csv")),
        tables.postcodes(dir.resolve("postcodes-zm.csv")),
        tables.map(dir.resolve("gp-reg-pat-prac-map-2025-01.csv")),
        tables.lists(
            dir.resolve("gp-reg-pat-prac-all-2024-01.csv"),
            Mereshire.LAST_YEARS_LISTS_AT,
            SamplePractice::lastYearsList),
        tables.lists(
            dir.resolve("gp-reg-pat-prac-all-2025-01.csv"),
            Mereshire.LISTS_AT,
            SamplePractice::registeredList),
        NetworksWorkbook.write(place, dir.resolve("ePCN.xlsx")),
        tables.adjustedPopulation(dir.resolve("pcn-adjusted-population-2025-26.csv")),
        payments.write(dir.resolve("payments-2022-23.csv"), 2022),
        payments.write(dir.resolve("payments-2023-24.csv"), 2023),
        areas.deprivation(dir.resolve("imd-lsoa.csv")),
        areas.centroids(dir.resolve("lsoa-centroids.csv")),
        areas.patients(dir.resolve("gp-reg-pat-prac-lsoa-2025-01.csv")),
        tables.practices(dir.resolve("practices.csv")));
  }
}
