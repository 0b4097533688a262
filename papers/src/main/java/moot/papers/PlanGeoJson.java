package moot.papers;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import moot.formation.FormingPractice;
import moot.formation.Plan;
import moot.formation.PlanNetwork;
import moot.formation.areas.NetworkAreas;
import moot.register.NetworkCode;
import moot.register.Position;
import moot.register.PracticeCode;
import moot.register.Wgs84;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * {@code plan.geojson}: a plan for any map (RFC 7946: WGS 84, longitude first, outer rings
 * anticlockwise). Networks are areas (which practice is nearest, not where patients live),
 * practices are points; the property {@code kind} says which.
 */
public final class PlanGeoJson {
  /** About a tenth of a metre. */
  private static final double PER_DEGREE = 1e6;

  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private PlanGeoJson() {}

  /** Writes UTF-8 and leaves the stream open. */
  public static void write(Plan plan, OutputStream out) throws IOException {
    write(plan, plan.networks().isEmpty() ? null : NetworkAreas.of(plan, null), out);
  }

  /**
   * Writes UTF-8 and leaves the stream open.
   *
   * @param areas the areas to draw; null for none
   */
  public static void write(Plan plan, @Nullable NetworkAreas areas, OutputStream out)
      throws IOException {
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeStringProperty("type", "FeatureCollection");
      json.writeStringProperty("place", plan.place().code().value());
      json.writeStringProperty("name", plan.place().name());
      json.writeStringProperty("status", plan.status().name());
      json.writeNumberProperty("cost", plan.cost());
      json.writeName("features");
      json.writeStartArray();
      if (areas != null) {
        for (PlanNetwork network : plan.networks()) {
          Geometry area = areas.networks().get(network.id());
          json.writeRaw('\n');
          network(json, plan, network, area);
        }
      }
      practices(json, plan);
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    } catch (JacksonException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getMessage(), e);
    }
  }

  private static void network(
      JsonGenerator json, Plan plan, PlanNetwork network, @Nullable Geometry area) {
    json.writeStartObject();
    json.writeStringProperty("type", "Feature");
    json.writeStringProperty("id", "network " + network.id());
    json.writeName("geometry");
    if (area == null || area.isEmpty()) {
      json.writeNull();
    } else {
      areas(json, area);
    }
    json.writeName("properties");
    json.writeStartObject();
    json.writeStringProperty("kind", "network");
    json.writeStringProperty("id", network.id());
    json.writeStringProperty("hub", network.hub().value());
    json.writeNumberProperty("practices", network.practices().size());
    json.writeNumberProperty("patients", network.patients());
    json.writeStringProperty("size", Wording.size(plan.rules().band(), network.patients()));
    json.writeBooleanProperty(
        "inBand",
        network.patients() >= plan.rules().band().min()
            && network.patients() <= plan.rules().band().max());
    json.writeBooleanProperty("connected", network.connected());
    json.writeNumberProperty("cost", network.cost());
    json.writeName("members");
    json.writeStartArray();
    network.practices().forEach(practice -> json.writeString(practice.value()));
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void practices(JsonGenerator json, Plan plan) {
    Map<PracticeCode, PlanNetwork> networkOf = new HashMap<>();
    for (PlanNetwork network : plan.networks()) {
      network.practices().forEach(practice -> networkOf.put(practice, network));
    }
    for (FormingPractice practice : plan.place().practices()) {
      PlanNetwork network = networkOf.get(practice.code());
      NetworkCode today = practice.today();
      json.writeRaw('\n');
      json.writeStartObject();
      json.writeStringProperty("type", "Feature");
      json.writeStringProperty("id", "practice " + practice.code());
      json.writeName("geometry");
      json.writeStartObject();
      json.writeStringProperty("type", "Point");
      json.writeName("coordinates");
      coordinate(json, practice.site());
      json.writeEndObject();
      json.writeName("properties");
      json.writeStartObject();
      json.writeStringProperty("kind", "practice");
      json.writeStringProperty("code", practice.code().value());
      json.writeStringProperty("name", practice.name());
      json.writeNumberProperty("patients", practice.registeredList());
      json.writeStringProperty("network", network == null ? null : network.id());
      json.writeBooleanProperty("hub", network != null && network.hub().equals(practice.code()));
      json.writeStringProperty("today", today == null ? null : today.value());
      json.writeEndObject();
      json.writeEndObject();
    }
  }

  private static void areas(JsonGenerator json, Geometry area) {
    boolean one = area.getNumGeometries() == 1;
    json.writeStartObject();
    json.writeStringProperty("type", one ? "Polygon" : "MultiPolygon");
    json.writeName("coordinates");
    if (!one) {
      json.writeStartArray();
    }
    for (int i = 0; i < area.getNumGeometries(); i++) {
      Polygon polygon = (Polygon) area.getGeometryN(i);
      json.writeStartArray();
      ring(json, polygon.getExteriorRing(), true);
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        ring(json, polygon.getInteriorRingN(hole), false);
      }
      json.writeEndArray();
    }
    if (!one) {
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void ring(JsonGenerator json, LinearRing ring, boolean anticlockwise) {
    LinearRing turned =
        Orientation.isCCW(ring.getCoordinateSequence()) == anticlockwise ? ring : ring.reverse();
    json.writeStartArray();
    for (Coordinate corner : turned.getCoordinates()) {
      coordinate(json, new Position(corner.x, corner.y));
    }
    json.writeEndArray();
  }

  private static void coordinate(JsonGenerator json, Position position) {
    json.writeStartArray();
    for (double degrees : Wgs84.lonLat(position)) {
      json.writeNumber(Math.round(degrees * PER_DEGREE) / PER_DEGREE);
    }
    json.writeEndArray();
  }
}
