package moot.app.roleplans;

import moot.app.access.Seat;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes services off the list of those whose staff new roles draw, for programs. */
@RestController
class DonorApi {
  private final RolePlanDesk desk;

  DonorApi(RolePlanDesk desk) {
    this.desk = desk;
  }

  @PostMapping("/api/donors/{id}/remove")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(Seat seat, @PathVariable long id) {
    desk.removeDonor(seat, id);
  }
}
