package moot.app.roleplans;

import java.util.Map;
import moot.app.access.Seat;
import moot.app.web.JsonForm;
import moot.app.web.Listing;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For programs: the services whose staff new roles may draw, and how much of it. */
@RestController
class DonorApi {
  private final DonorDesk desk;

  DonorApi(DonorDesk desk) {
    this.desk = desk;
  }

  record Donor(
      long id,
      String service,
      String role,
      String title,
      double staff,
      double threshold,
      String setBy) {
    static Donor of(KeptDonor donor) {
      return new Donor(
          donor.id(),
          donor.service().name(),
          donor.service().role(),
          RoleTitles.of(donor.service().role()),
          donor.service().staff().amount().doubleValue(),
          donor.service().threshold().amount().doubleValue(),
          donor.person());
    }
  }

  @GetMapping("/api/donors")
  Listing<Donor> donors(
      Seat seat,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = Listing.DEFAULT_SIZE) int size) {
    return Listing.of(page, size, desk.list(seat).stream().map(Donor::of).toList());
  }

  @PostMapping("/api/donors")
  @ResponseStatus(HttpStatus.CREATED)
  Listing<Donor> setDonor(Seat seat, @RequestBody Map<String, Object> sent) {
    desk.set(seat, JsonForm.fields(sent));
    return donors(seat, 1, 50);
  }

  @PostMapping("/api/donors/{id}/remove")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(Seat seat, @PathVariable long id) {
    desk.remove(seat, id);
  }
}
