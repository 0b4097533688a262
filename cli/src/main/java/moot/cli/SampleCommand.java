package moot.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import moot.sample.Mereshire;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./moot sample --out DIR}: the sample place as files. */
@Command(
    name = "sample",
    mixinStandardHelpOptions = true,
    description = {
      "Writes Mereshire, a place that nobody lives in, as files of the kinds that are published"
          + " for real places: for trying everything out without anybody's data.",
      ""
    })
final class SampleCommand implements Callable<Integer> {
  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "the folder to write into; is made when it is not there")
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private Path out;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "" + Mereshire.SEED,
      description = "a whole number; the same gives the same place (default: ${DEFAULT-VALUE})")
  private long seed;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Mereshire place = Mereshire.generate(seed);
    List<Path> files = place.writeFiles(out);
    PrintWriter print = spec.commandLine().getOut();
    print.printf(
        "%s: %d practices, %d networks, %,d patients, %d small areas%n",
        Mereshire.NAME,
        place.practices().size(),
        place.networks().size(),
        place.practices().stream().mapToInt(p -> p.registeredList()).sum(),
        place.areas().size());
    files.forEach(print::println);
    return 0;
  }
}
