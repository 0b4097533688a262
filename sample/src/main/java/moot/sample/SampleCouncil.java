package moot.sample;

import moot.register.CouncilCode;

/** One of the two local authorities. The two outlines share their border and fill the place. */
public record SampleCouncil(CouncilCode code, String name, Outline outline) {}
