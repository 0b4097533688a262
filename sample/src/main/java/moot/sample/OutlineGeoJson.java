package moot.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import moot.register.Position;
import moot.register.Wgs84;

/** Outlines as GeoJSON (RFC 7946: WGS 84, outer rings anticlockwise). */
final class OutlineGeoJson {
  private OutlineGeoJson() {}

  static void write(Mereshire place, Path placeFile, Path councilsFile) throws IOException {
    Files.writeString(placeFile, place.outlineGeoJson());
    Files.writeString(councilsFile, place.councilsGeoJson());
  }

  static String collection(List<String> features) {
    return features.stream()
        .collect(
            Collectors.joining(
                ",\n", "{\"type\":\"FeatureCollection\",\"features\":[\n", "\n]}\n"));
  }

  /** Names and codes here never need escaping: they are our own. */
  static String feature(String code, String name, Outline outline) {
    String ring =
        Stream.concat(outline.ring().stream(), Stream.of(outline.ring().getFirst()))
            .map(OutlineGeoJson::point)
            .collect(Collectors.joining(","));
    return """
        {"type":"Feature","properties":{"code":"%s","name":"%s"},\
        "geometry":{"type":"Polygon","coordinates":[[%s]]}}"""
        .formatted(code, name, ring);
  }

  private static String point(Position position) {
    double[] lonLat = Wgs84.lonLat(position);
    return String.format(Locale.ROOT, "[%.5f,%.5f]", lonLat[0], lonLat[1]);
  }
}
