package moot.app.forming;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@link Overview#json} has drawn, read again. */
final class DrawnMap {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JsonNode drawn;

  /**
   * @param packed gzipped
   */
  DrawnMap(byte[] packed) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      this.drawn = JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A network of the register.
   *
   * @param patients registered with its practices
   * @param size against the national band: −1 under it, 0 in it, 1 over it
   * @param area about which practices are nearest, simplified for a map of the country
   */
  record Network(
      String code, String name, int patients, int practices, int size, MultiPolygon area) {}

  /** Areas as GeoJSON has them: degrees, longitude first, rings closed. */
  record MultiPolygon(String type, List<List<List<double[]>>> coordinates) {}

  /**
   * A practice that takes part.
   *
   * @param network the code of the one it is in; empty for none
   */
  record Practice(
      String code, String name, int patients, double longitude, double latitude, String network) {}

  List<Network> networks() {
    return drawn.get("networks").valueStream().map(DrawnMap::network).toList();
  }

  List<Practice> practices() {
    List<String> codes =
        drawn.get("networks").valueStream().map(one -> one.get("code").asString()).toList();
    return drawn.get("practices").valueStream().map(one -> practice(one, codes)).toList();
  }

  private static Network network(JsonNode one) {
    return new Network(
        one.get("code").asString(),
        one.get("name").asString(),
        one.get("patients").asInt(),
        one.get("practices").asInt(),
        one.get("size").asInt(),
        new MultiPolygon(
            "MultiPolygon",
            one.get("area")
                .valueStream()
                .map(polygon -> polygon.valueStream().map(DrawnMap::ring).toList())
                .toList()));
  }

  /** The map in the browser wants latitude first, and rings that are not closed. */
  private static List<double[]> ring(JsonNode corners) {
    List<double[]> ring =
        new ArrayList<>(
            corners
                .valueStream()
                .map(at -> new double[] {at.get(1).asDouble(), at.get(0).asDouble()})
                .toList());
    if (!ring.isEmpty()) {
      ring.add(ring.getFirst());
    }
    return ring;
  }

  private static Practice practice(JsonNode one, List<String> networks) {
    int network = one.get(3).asInt();
    return new Practice(
        one.get(4).asString(),
        one.get(5).asString(),
        one.get(2).asInt(),
        one.get(0).asDouble(),
        one.get(1).asDouble(),
        network < 0 ? "" : networks.get(network));
  }
}
