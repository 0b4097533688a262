package moot.app.web;

/**
 * One entry of the navigation in the head of every page; a feature adds a bean of it.
 *
 * @param order smaller stands first
 * @param path where it leads; pages below this path belong to it
 */
public record NavigationItem(int order, String title, String path) {}
