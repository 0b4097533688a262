package moot.app.api;

import moot.app.access.Seat;
import moot.app.web.Listing;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A party's tokens as data, never with their secrets: Moot does not keep those. */
@RestController
class TokenApi {
  private final Tokens tokens;

  TokenApi(Tokens tokens) {
    this.tokens = tokens;
  }

  @GetMapping("/api/tokens")
  Listing<Token> tokens(
      Seat seat,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = Listing.DEFAULT_SIZE) int size) {
    return Listing.of(page, size, tokens.list(seat));
  }
}
