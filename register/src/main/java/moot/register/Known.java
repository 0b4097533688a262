package moot.register;

/** A fact together with who says it. */
public record Known<F extends Fact>(F fact, Source source) {}
