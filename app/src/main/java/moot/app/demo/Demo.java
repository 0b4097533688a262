package moot.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import moot.app.MootApplication.Served;
import moot.app.database.Database;
import moot.app.forming.RunDesk;
import moot.app.imports.FileReport;
import moot.app.imports.ImportReport;
import moot.app.imports.ImportService;
import moot.app.imports.ProgressListener;
import moot.app.people.SamplePeople;
import moot.app.register.PracticeNow;
import moot.app.register.RegisterStore;
import moot.register.NetworkCode;
import moot.sample.Mereshire;

/** Fills a database with the sample place and asks for its first plan. */
public final class Demo {
  private Demo() {}

  /**
   * Imports Mereshire, as anybody's files are imported, unless the register has a place already,
   * and seats its people, unless somebody is seated.
   *
   * @param steps told in words what is done, one line a step
   */
  public static void load(Database database, Consumer<String> steps) throws IOException {
    RegisterStore register = new RegisterStore(database.dataSource());
    if (register.listPlaces().isEmpty()) {
      importPlace(database, steps);
    }
    if (register.findName(Mereshire.PLACE).isPresent()) {
      int seats = seatPeople(database, register);
      if (seats > 0) {
        steps.accept("Giving " + seats + " seats to people made up likewise");
      }
    }
  }

  private static int seatPeople(Database database, RegisterStore register) {
    Map<NetworkCode, String> names = register.listNetworkNames();
    List<PracticeNow> practices =
        register.listPractices(Mereshire.PLACE).stream()
            .filter(practice -> practice.leftOutBecause() == null)
            .toList();
    return SamplePeople.seat(
        database.dataSource(),
        Mereshire.PLACE,
        Mereshire.NAME,
        practices.stream()
            .map(
                practice ->
                    new SamplePeople.Member(
                        practice.code().value(),
                        practice.name(),
                        practice.network() == null ? "" : practice.network().value()))
            .toList(),
        practices.stream()
            .map(PracticeNow::network)
            .filter(Objects::nonNull)
            .distinct()
            .sorted(Comparator.comparing(NetworkCode::value))
            .map(
                network ->
                    new SamplePeople.Member(
                        network.value(), names.getOrDefault(network, network.value()), ""))
            .toList());
  }

  private static void importPlace(Database database, Consumer<String> steps) throws IOException {
    steps.accept("Making up " + Mereshire.NAME + ", a place that nobody lives in");
    Path folder = Files.createTempDirectory("mereshire");
    try {
      List<Path> files = Mereshire.generate(Mereshire.SEED).writeFiles(folder);
      steps.accept("Importing its " + files.size() + " files");
      ImportReport report =
          new ImportService(database.dataSource()).importFiles(files, ProgressListener.NONE);
      if (report.anyRefused()) {
        throw new IOException(
            "the sample place was refused: "
                + report.files().stream().map(FileReport::toString).toList());
      }
    } finally {
      try (Stream<Path> left = Files.walk(folder)) {
        for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(path);
        }
      }
    }
  }

  /** Asks for the first offer at Mereshire in the background, unless something was asked before. */
  public static void offer(Served served) {
    RegisterStore register = served.context().getBean(RegisterStore.class);
    served.context().getBean(RunDesk.class).offer(register.getFormingPlace(Mereshire.PLACE));
  }
}
