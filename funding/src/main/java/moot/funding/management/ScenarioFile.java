package moot.funding.management;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** A scenario as a file that people can read: YAML, or JSON with the same fields. */
public final class ScenarioFile {
  private ScenarioFile() {}

  /**
   * @throws BadScenario with all that is wrong
   */
  public static Scenario read(Path file) throws IOException {
    return read(file.toString(), Files.readString(file));
  }

  /**
   * @param name of the file, for complaints
   * @throws BadScenario with all that is wrong
   */
  public static Scenario read(String name, String text) {
    return ScenarioReading.read(name, text);
  }

  /** As YAML. */
  public static String yaml(Scenario scenario) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setAllowUnicode(true);
    options.setSplitLines(false);
    return new Yaml(options).dump(ScenarioWriting.map(scenario));
  }

  /** As JSON, with the same fields as the YAML. */
  public static String json(Scenario scenario) {
    return Json.write(ScenarioWriting.map(scenario));
  }
}
