package moot.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import moot.app.MootApplication.Served;
import moot.app.access.PartyKind;
import moot.app.access.Role;
import moot.app.access.Seat;
import moot.app.access.SeatStore;
import moot.app.database.Database;
import moot.app.forming.RunDesk;
import moot.app.imports.FileReport;
import moot.app.imports.ImportReport;
import moot.app.imports.ImportService;
import moot.app.imports.ProgressListener;
import moot.app.journal.Deed;
import moot.app.journal.Journal;
import moot.app.journal.JournalReader;
import moot.app.people.SamplePeople;
import moot.app.register.PracticeNow;
import moot.app.register.RegisterStore;
import moot.app.roleplans.SampleRolePlans;
import moot.app.scenarios.SampleScenarios;
import moot.app.wishes.SampleWishes;
import moot.register.NetworkCode;
import moot.sample.Mereshire;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills a database with the sample place, has its people begin and asks for its first plan. A real
 * installation never comes here.
 */
public final class Demo {
  private static final String BEGUN = "demo.begun";
  private static final String PLACE = "place:" + Mereshire.PLACE;

  /** So many practices have said what they want: one of each of these. */
  private static final int EVERY = 5;

  private static final int PUBLISHING = 3;

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

  /**
   * Has the people of Mereshire begin: role plans, services whose staff they draw, ways to pay for
   * the management and wishes, each by its own desk and under its own rights. All of it or nothing,
   * and once only: what people do with it afterwards stays.
   *
   * @return whether anything was done
   */
  public static boolean begin(Served served) {
    ConfigurableApplicationContext context = served.context();
    Boolean begun =
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
            .execute(
                status -> {
                  if (context.getBean(JournalReader.class).has(BEGUN, PLACE)) {
                    return false;
                  }
                  begin(context);
                  context
                      .getBean(Journal.class)
                      .write(
                          "the demo",
                          Deed.open(
                              BEGUN,
                              PLACE,
                              Mereshire.PLACE,
                              "had the made-up people of %s begin with plans and wishes"
                                  .formatted(Mereshire.NAME)));
                  return true;
                });
    return Boolean.TRUE.equals(begun);
  }

  private static void begin(ConfigurableApplicationContext context) {
    List<Seat> seats =
        context.getBean(SeatStore.class).list().stream()
            .filter(seat -> seat.party().sitsAt(Mereshire.PLACE))
            .toList();
    Seat director = first(seats, PartyKind.NETWORK, Role.SIGNATORY);
    Seat facilitator = first(seats, PartyKind.FACILITATOR, Role.EDITOR);
    Seat federation = first(seats, PartyKind.FEDERATION, Role.EDITOR);
    Seat lmc = first(seats, PartyKind.LMC, Role.EDITOR);
    Seat system = first(seats, PartyKind.SYSTEM, Role.EDITOR);
    String network = director.party().code();
    String second =
        seats.stream()
            .filter(seat -> seat.party().kind() == PartyKind.NETWORK)
            .map(seat -> seat.party().code())
            .filter(code -> !code.equals(network))
            .findFirst()
            .orElse(network);
    Set<String> members =
        context.getBean(RegisterStore.class).listPractices(Mereshire.PLACE).stream()
            .filter(
                practice ->
                    practice.network() != null && practice.network().value().equals(network))
            .map(practice -> practice.code().value())
            .collect(Collectors.toSet());
    List<Seat> managers =
        seats.stream()
            .filter(seat -> seat.party().kind() == PartyKind.PRACTICE && seat.role() == Role.EDITOR)
            .toList();
    Seat practice =
        managers.stream()
            .filter(seat -> members.contains(seat.party().code()))
            .findFirst()
            .orElseThrow();
    context.getBean(SampleRolePlans.class).make(director, federation, system, network, second);
    context.getBean(SampleScenarios.class).make(facilitator, federation, lmc, practice, network);
    List<Seat> saying =
        IntStream.range(0, managers.size())
            .filter(i -> i % EVERY == 0)
            .mapToObj(managers::get)
            .toList();
    context
        .getBean(SampleWishes.class)
        .say(
            saying,
            seats.stream()
                .filter(seat -> seat.party().kind() == PartyKind.PRACTICE && seat.role().signs())
                .filter(seat -> saying.stream().anyMatch(one -> one.party().equals(seat.party())))
                .limit(PUBLISHING)
                .toList());
  }

  private static Seat first(List<Seat> seats, PartyKind kind, Role role) {
    return seats.stream()
        .filter(seat -> seat.party().kind() == kind && seat.role() == role)
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("nobody acts for a " + kind.words() + " as " + role));
  }

  /** Asks for the first offer at Mereshire in the background, unless something was asked before. */
  public static void offer(Served served) {
    RegisterStore register = served.context().getBean(RegisterStore.class);
    served.context().getBean(RunDesk.class).offer(register.getFormingPlace(Mereshire.PLACE));
  }
}
