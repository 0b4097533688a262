package moot.app.forming;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The tile server under the maps. There is none by default: the maps are drawn from our own data.
 */
@Component
public class MapSettings {
  private final String tiles;
  private final String credit;

  MapSettings(
      @Value("${moot.map.tiles:}") String tiles, @Value("${moot.map.credit:}") String credit) {
    this.tiles = tiles;
    this.credit = credit;
  }

  /** For example {@code https://tiles.example.org/{z}/{x}/{y}.png}; empty for none. */
  public String tiles() {
    return tiles;
  }

  /** Whom to name on the map for its tiles. */
  public String credit() {
    return credit;
  }
}
