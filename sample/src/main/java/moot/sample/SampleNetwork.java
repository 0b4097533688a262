package moot.sample;

import moot.register.NetworkCode;

/** One of Mereshire's primary care networks as they are today. */
public record SampleNetwork(NetworkCode code, String name) {}
