package moot.app.forming;

import java.util.Optional;
import moot.app.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** All practices and networks of the register on one map, with the places beside it. */
@Controller
class OverviewPages {
  private final OverviewDesk desk;
  private final MapSettings maps;
  private final InSight inSight;

  OverviewPages(OverviewDesk desk, MapSettings maps, InSight inSight) {
    this.inSight = inSight;
    this.desk = desk;
    this.maps = maps;
  }

  @Bean
  static NavigationItem mapNavigation() {
    return new NavigationItem(20, "Map", "/map");
  }

  @GetMapping("/map")
  String map(Model model) {
    boolean drawn = desk.findMap().isPresent();
    if (!drawn) {
      desk.drawIfNeeded();
    }
    model.addAttribute("drawn", drawn);
    model.addAttribute("places", inSight.listPlaces());
    model.addAttribute("tiles", maps);
    return "forming/overview";
  }

  @GetMapping("/map/networks.json")
  ResponseEntity<byte[]> json() {
    return packed(desk.findMap(), MediaType.APPLICATION_JSON);
  }

  @GetMapping("/map/networks.svg")
  ResponseEntity<byte[]> svg() {
    return packed(desk.findDrawing(), MediaType.parseMediaType("image/svg+xml"));
  }

  private static ResponseEntity<byte[]> packed(Optional<byte[]> body, MediaType type) {
    return body.map(
            bytes ->
                ResponseEntity.ok()
                    .contentType(type)
                    .cacheControl(CacheControl.noCache())
                    .header("Content-Encoding", "gzip")
                    .body(bytes))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }
}
