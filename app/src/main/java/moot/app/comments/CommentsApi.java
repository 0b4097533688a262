package moot.app.comments;

import java.util.Map;
import moot.app.access.Seat;
import moot.app.web.Listing;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Comments for programs. */
@RestController
class CommentsApi {
  private final Comments comments;

  CommentsApi(Comments comments) {
    this.comments = comments;
  }

  /**
   * @param subject kind and id, for example {@code draft:12}
   * @param part {@code practice:CODE} or {@code network:LABEL}; null for the whole
   */
  record New(String subject, @Nullable String part, @Nullable String partName, String body) {}

  /**
   * @param named how many people and parties were named in it
   */
  record Added(int named) {}

  @GetMapping("/api/comments")
  Listing<Comment> comments(
      Seat seat,
      @RequestParam String subject,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = Listing.DEFAULT_SIZE) int size) {
    return Listing.of(page, size, comments.discussion(seat, subject, Map.of()).comments());
  }

  @PostMapping("/api/comments")
  @ResponseStatus(HttpStatus.CREATED)
  Added add(Seat seat, @RequestBody New sent) {
    return new Added(
        comments.add(
            seat,
            sent.subject() == null ? "" : sent.subject(),
            sent.part(),
            sent.partName(),
            sent.body() == null ? "" : sent.body()));
  }
}
