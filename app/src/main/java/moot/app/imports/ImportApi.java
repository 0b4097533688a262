package moot.app.imports;

import moot.app.register.ImportRecord;
import moot.app.register.RegisterStore;
import moot.app.web.Listing;
import moot.app.web.ToldToVisitors;
import moot.register.reading.RowProblem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The imports so far, for programs. */
@RestController
class ImportApi {
  private final RegisterStore register;

  ImportApi(RegisterStore register) {
    this.register = register;
  }

  @GetMapping("/api/imports")
  Listing<ImportRecord> imports(
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = Listing.DEFAULT_SIZE) int size) {
    return Listing.of(page, size, register.countImports(), register::listImports);
  }

  @GetMapping("/api/imports/{id}")
  ImportRecord one(@PathVariable int id) {
    return register
        .findImport(id)
        .orElseThrow(
            () ->
                new ToldToVisitors(
                    404, "There is no import %d. Maybe the link is old?".formatted(id)));
  }

  @GetMapping("/api/imports/{id}/problems")
  Listing<RowProblem> problems(
      @PathVariable int id,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = Listing.DEFAULT_SIZE) int size) {
    one(id);
    return Listing.of(
        page,
        size,
        register.countProblems(id),
        (offset, limit) -> register.listProblems(id, offset, limit));
  }
}
