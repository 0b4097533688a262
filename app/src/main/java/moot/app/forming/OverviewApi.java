package moot.app.forming;

import moot.app.web.Listing;
import moot.app.web.ToldToVisitors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** All networks and practices of the register, as the map of it shows them, for programs. */
@RestController
class OverviewApi {
  private final OverviewDesk desk;

  OverviewApi(OverviewDesk desk) {
    this.desk = desk;
  }

  @GetMapping("/api/networks")
  Listing<DrawnMap.Network> networks(
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = Listing.DEFAULT_SIZE) int size) {
    return Listing.of(page, size, drawn().networks());
  }

  @GetMapping("/api/networks/practices")
  Listing<DrawnMap.Practice> practices(
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = Listing.DEFAULT_SIZE) int size) {
    return Listing.of(page, size, drawn().practices());
  }

  private DrawnMap drawn() {
    return desk.findMap()
        .map(DrawnMap::new)
        .orElseThrow(
            () -> {
              desk.drawIfNeeded();
              return new ToldToVisitors(
                  404,
                  "The map of the register is not drawn yet. Maybe ask again in half a minute?");
            });
  }
}
