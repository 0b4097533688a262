package moot.papers;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import moot.formation.Curve;
import moot.formation.Plan;

/**
 * All papers of one answer in one folder. Each file is there whole or not at all: it is written
 * beside its name and then put in its place. Papers of an earlier answer that this one does not
 * have are removed, so that the folder never speaks of two plans.
 */
public final class PlanFolder {
  private PlanFolder() {}

  /**
   * @param folder is made when it is not there
   * @param pdf whether to write {@code report.pdf} too
   */
  public static void write(Answer answer, Path folder, boolean pdf) throws IOException {
    Plan plan = answer.plan();
    Files.createDirectories(folder);
    file(folder, "input.csv", out -> PlanCsv.writeInput(plan, out));
    fileIf(
        !plan.place().patientsByArea().isEmpty() && plan.rules().weights().overlap() > 0,
        folder,
        "patients-by-area.csv",
        out -> PlanCsv.writePatientsByArea(plan, out));
    file(folder, "plan.csv", out -> PlanCsv.write(plan, out));
    file(folder, "plan.geojson", out -> PlanGeoJson.write(plan, out));
    file(folder, "plan.xlsx", out -> PlanXlsx.write(answer, out));
    file(folder, "report.html", out -> PlanReport.write(answer, out));
    fileIf(pdf, folder, "report.pdf", out -> PlanPdf.write(answer, out));
    List<Curve> curves = answer.curves();
    fileIf(!curves.isEmpty(), folder, "curve.csv", out -> CurveCsv.write(curves, out));
    for (String parameter : List.of("networks", "ties")) {
      List<Curve> those =
          curves.stream().filter(curve -> curve.parameter().equals(parameter)).toList();
      fileIf(
          !those.isEmpty(),
          folder,
          those.size() == curves.size() ? "curve.svg" : "curve-" + parameter + ".svg",
          out -> out.write(CurveChart.svg(those.getFirst()).getBytes(StandardCharsets.UTF_8)));
    }
    file(folder, "plan.json", out -> PlanJson.write(answer, out));
  }

  /** Writes one file whole or not at all. */
  public static void file(Path folder, String name, Paper paper) throws IOException {
    Path unfinished = folder.resolve("." + name + ".unfinished");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
        paper.write(out);
      }
      Files.move(unfinished, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static void fileIf(boolean wanted, Path folder, String name, Paper paper)
      throws IOException {
    if (wanted) {
      file(folder, name, paper);
    } else {
      Files.deleteIfExists(folder.resolve(name));
    }
  }

  /** Something that can be written. */
  @FunctionalInterface
  public interface Paper {
    void write(OutputStream out) throws IOException;
  }
}
