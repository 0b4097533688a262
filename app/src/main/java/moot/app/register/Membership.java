package moot.app.register;

import moot.register.NetworkCode;
import moot.register.PracticeCode;
import moot.register.Source;
import moot.register.Span;

/** A practice was in a network, and who says so. */
public record Membership(PracticeCode practice, NetworkCode network, Span span, Source source) {}
