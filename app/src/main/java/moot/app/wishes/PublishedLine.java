package moot.app.wishes;

import java.util.List;

/**
 * What a practice has published, in words.
 *
 * @param code of the practice, and {@code practice} its name
 * @param stance empty when it is not published
 * @param conditions empty when they are not published
 * @param wishes one sentence each
 */
public record PublishedLine(
    String code, String practice, String stance, String conditions, List<String> wishes) {}
