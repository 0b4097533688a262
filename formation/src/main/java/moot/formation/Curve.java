package moot.formation;

import java.util.List;

/**
 * A trade-off: the best plan at each point of a parameter.
 *
 * @param parameter what varies: "networks" or "ties"
 */
public record Curve(String parameter, List<Point> points) {
  /**
   * @param value the parameter's value at this point
   * @param patientsMoved patients whose practice would change network against today
   */
  public record Point(double value, Plan plan, int patientsMoved) {}
}
