package moot.app.comments;

import java.util.List;
import java.util.Map;

/**
 * All comments on one subject, as a page shows them.
 *
 * @param subject kind and id, for example {@code draft:12}
 * @param comments oldest first
 * @param parts what one may comment on besides the whole: part → name in words, in the order to
 *     offer them
 * @param mayWrite whether the seat may add to it
 */
public record Discussion(
    String subject, List<Comment> comments, Map<String, String> parts, boolean mayWrite) {}
