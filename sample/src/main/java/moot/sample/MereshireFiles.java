package moot.sample;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

final class MereshireFiles {
  private final Mereshire place;

  MereshireFiles(Mereshire place) {
    this.place = place;
  }

  List<Path> write(Path dir) throws IOException {
    Files.createDirectories(dir);
    return List.of(practices(dir.resolve("practices.csv")));
  }

  private Path practices(Path file) throws IOException {
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
          "sub_location",
          "council_code",
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
            "",
            Mereshire.PLACE.value(),
            Mereshire.NAME,
            p.subLocation(),
            p.council().value(),
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

  private static String metres(double value) {
    return Long.toString(Math.round(value));
  }
}
