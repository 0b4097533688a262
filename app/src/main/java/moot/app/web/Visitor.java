package moot.app.web;

import org.jspecify.annotations.Nullable;

/**
 * Who is signed in, as the head of every page says it.
 *
 * @param seat number of the seat that the visitor has picked; null for none
 * @param party for whom the visitor acts; empty for none
 * @param role in words; empty for none
 * @param several whether there is another seat to pick
 */
public record Visitor(
    String name, @Nullable Long seat, String party, String role, boolean several) {}
