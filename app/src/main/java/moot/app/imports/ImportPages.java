package moot.app.imports;

import jakarta.servlet.http.HttpServletRequest;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import moot.app.register.ImportRecord;
import moot.app.register.RegisterStore;
import moot.app.web.Pages;
import moot.app.web.ToldToVisitors;
import moot.register.published.Publications;
import moot.register.reading.Dates;
import moot.register.reading.TableKind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Upload, what was recognised, the row report, what changed, and all imports so far. */
@Controller
class ImportPages {
  private static final int IMPORTS_PER_PAGE = 25;
  private static final int PROBLEMS_PER_PAGE = 50;
  private static final int ALL_KEPT = 10_000;

  private final ImportService imports;
  private final RegisterStore register;

  ImportPages(ImportService imports, RegisterStore register) {
    this.imports = imports;
    this.register = register;
  }

  @GetMapping("/imports")
  String list(
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(name = "new", defaultValue = "") List<Integer> added,
      @RequestParam(name = "same", defaultValue = "") List<Integer> unchanged,
      Model model) {
    return show(page, added, unchanged, null, null, "", model);
  }

  private String show(
      int page,
      List<Integer> added,
      List<Integer> unchanged,
      @Nullable String filesError,
      @Nullable String dateError,
      String date,
      Model model) {
    Pages pages = Pages.of(page, register.countImports(), IMPORTS_PER_PAGE);
    model.addAttribute(
        "imports",
        register.listImports((pages.number() - 1) * IMPORTS_PER_PAGE, IMPORTS_PER_PAGE).stream()
            .map(ImportLine::of)
            .toList());
    model.addAttribute("pages", pages);
    model.addAttribute("added", lines(added));
    model.addAttribute("unchanged", lines(unchanged));
    model.addAttribute("filesError", filesError);
    model.addAttribute("dateError", dateError);
    model.addAttribute("date", date);
    model.addAttribute(
        "kinds", Publications.ALL.stream().map(TableKind::title).distinct().toList());
    return "imports/imports";
  }

  private List<ImportLine> lines(List<Integer> ids) {
    return ids.stream()
        .limit(100)
        .map(register::findImport)
        .flatMap(Optional::stream)
        .map(ImportLine::of)
        .toList();
  }

  @PostMapping("/imports")
  String take(
      HttpServletRequest request,
      @RequestParam(name = "known-from", defaultValue = "") String date,
      Model model) {
    Upload upload = (Upload) request.getAttribute(Upload.ATTRIBUTE);
    Optional<LocalDate> knownFrom = Dates.find(date);
    String dateError = null;
    if (!date.isEmpty() && knownFrom.isEmpty()) {
      dateError =
          "\"%s\" is no date; expected one such as 2025-01-31. Maybe day and month are swapped?"
              .formatted(date);
    } else if (knownFrom.isPresent() && knownFrom.get().isAfter(LocalDate.now())) {
      dateError =
          "%s is still to come; expected today or earlier. Maybe the year is mistyped?"
              .formatted(knownFrom.get());
    }
    boolean noFile = upload == null || upload.files().isEmpty();
    if (noFile || dateError != null) {
      return show(
          1,
          List.of(),
          List.of(),
          noFile
              ? "Choose at least one file. Maybe the choice was lost when the page was loaded again?"
              : null,
          dateError,
          date,
          model);
    }
    ImportReport report;
    try {
      report =
          imports.importFiles(upload.files(), knownFrom.orElse(null), null, ProgressListener.NONE);
    } catch (UncheckedIOException e) {
      throw new ToldToVisitors(400, String.valueOf(e.getMessage()));
    }
    return "redirect:" + whereToLook(report);
  }

  /** One file has a page of its own; several are listed. */
  private static String whereToLook(ImportReport report) {
    List<FileReport> files = report.files();
    if (files.size() == 1) {
      FileReport only = files.getFirst();
      String again = only.outcome() == FileReport.Outcome.UNCHANGED ? "?again=true" : "";
      return "/imports/" + only.importId() + again;
    }
    List<Integer> added = new ArrayList<>();
    List<Integer> unchanged = new ArrayList<>();
    for (FileReport file : files) {
      (file.outcome() == FileReport.Outcome.UNCHANGED ? unchanged : added).add(file.importId());
    }
    return "/imports?new=%s&same=%s".formatted(joined(added), joined(unchanged));
  }

  private static String joined(List<Integer> ids) {
    return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  @GetMapping("/imports/{id}")
  String one(
      @PathVariable int id,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "false") boolean again,
      Model model) {
    ImportRecord record = getImport(id);
    Pages pages = Pages.of(page, register.countProblems(id), PROBLEMS_PER_PAGE);
    model.addAttribute("record", record);
    model.addAttribute("when", ImportLine.when(record));
    model.addAttribute("again", again);
    model.addAttribute("pages", pages);
    model.addAttribute(
        "problems",
        register.listProblems(id, (pages.number() - 1) * PROBLEMS_PER_PAGE, PROBLEMS_PER_PAGE));
    return "imports/one";
  }

  @GetMapping("/imports/{id}/problems.csv")
  ResponseEntity<String> problems(@PathVariable int id) {
    getImport(id);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"import-%d-problems.csv\"".formatted(id))
        .body(ProblemsCsv.of(register.listProblems(id, 0, ALL_KEPT)));
  }

  private ImportRecord getImport(int id) {
    return register
        .findImport(id)
        .orElseThrow(
            () ->
                new ToldToVisitors(
                    404,
                    "There is no import with the number %d. Maybe the link is from another database?"
                        .formatted(id)));
  }
}
