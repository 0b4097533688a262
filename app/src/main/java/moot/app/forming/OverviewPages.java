package moot.app.forming;

import java.util.Optional;
import java.util.function.Predicate;
import moot.app.register.RegisterStore;
import moot.app.web.NavigationItem;
import moot.register.PlaceCode;
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
  private final RegisterStore register;
  private final MapSettings maps;
  private final Sight sight;

  OverviewPages(OverviewDesk desk, RegisterStore register, MapSettings maps, Sight sight) {
    this.sight = sight;
    this.desk = desk;
    this.register = register;
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
    Predicate<PlaceCode> reach = sight.reach();
    model.addAttribute(
        "places",
        register.listPlaces().stream().filter(place -> reach.test(place.code())).toList());
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
