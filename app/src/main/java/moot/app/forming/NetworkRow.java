package moot.app.forming;

import java.util.Comparator;
import java.util.List;

/**
 * One network of a plan, as a row of a table.
 *
 * @param id within the plan
 * @param name what people call it: the name of today's network, or of the one it continues; empty
 *     when there is none
 * @param hub code and name of the hub
 * @param size its size against the band, in words
 * @param farthestKm the largest distance of a member to the hub
 */
public record NetworkRow(
    String id,
    String name,
    String hub,
    List<String> practices,
    int patients,
    String size,
    SizeBar bar,
    boolean connected,
    double travel,
    double cost,
    double farthestKm,
    String councils) {

  /** The columns by which the table sorts. */
  public enum Order {
    NETWORK(Comparator.comparing(NetworkRow::id)),
    PRACTICES(Comparator.comparing((NetworkRow row) -> row.practices().size()).reversed()),
    PATIENTS(Comparator.comparing(NetworkRow::patients).reversed()),
    COST(Comparator.comparing(NetworkRow::cost).reversed()),
    FARTHEST(Comparator.comparing(NetworkRow::farthestKm).reversed());

    private final Comparator<NetworkRow> rows;

    Order(Comparator<NetworkRow> rows) {
      this.rows = rows;
    }

    /** The order of that name; by network when there is none. */
    static Order of(String name) {
      for (Order order : values()) {
        if (order.name().equalsIgnoreCase(name)) {
          return order;
        }
      }
      return NETWORK;
    }

    Comparator<NetworkRow> rows() {
      return rows.thenComparing(NetworkRow::id);
    }
  }
}
