package moot.voice.consent;

import java.util.List;

/** How a proposal stands by its rule. */
public sealed interface Outcome {

  /** Why, in sentences. */
  List<String> reasons();

  /** The rule can still be met by those who have not answered, or whose condition is open. */
  record Open(List<String> reasons) implements Outcome {
    public Open {
      reasons = List.copyOf(reasons);
    }
  }

  /** The rule is met. */
  record Met(List<String> reasons) implements Outcome {
    public Met {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * The rule cannot be met any more, even if all who are silent agreed, unless somebody who has
   * answered thinks otherwise before the closing date.
   */
  record OutOfReach(List<String> reasons) implements Outcome {
    public OutOfReach {
      reasons = List.copyOf(reasons);
    }
  }

  /** The closing date is over and the rule was not met. */
  record Failed(List<String> reasons) implements Outcome {
    public Failed {
      reasons = List.copyOf(reasons);
    }
  }
}
