package moot.app.web;

/** What a page says about something that did not work. */
public record ErrorWords(String heading, String text) {}
