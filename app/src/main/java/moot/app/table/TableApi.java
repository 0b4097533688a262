package moot.app.table;

import java.util.List;
import moot.app.access.Seat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What needs a seat today, for programs. */
@RestController
class TableApi {
  private final List<WaitingSource> sources;

  TableApi(List<WaitingSource> sources) {
    this.sources = sources;
  }

  @GetMapping("/api/waiting")
  List<Waiting> waiting(Seat seat) {
    return sources.stream().flatMap(source -> source.listWaiting(seat).stream()).toList();
  }
}
