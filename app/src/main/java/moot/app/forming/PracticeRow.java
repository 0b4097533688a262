package moot.app.forming;

/**
 * One practice of a plan, as a row of a table.
 *
 * @param network the id of its network in the plan; "none" when it takes no part
 * @param today the network it is in today, code and name; "none" when it is in none
 * @param move the best single move in words; empty when there is none
 * @param moveCost what that move would add, thousand patient-km; empty when there is none
 */
public record PracticeRow(
    String code,
    String name,
    int list,
    String network,
    boolean hub,
    String today,
    boolean moves,
    String km,
    String share,
    String move,
    String moveCost) {}
