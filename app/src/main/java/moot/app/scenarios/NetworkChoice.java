package moot.app.scenarios;

/** A network that a scenario can be for, and what it is called. */
public record NetworkChoice(String code, String name) {}
