/**
 * The shell of every page: layout, navigation, security, errors in words. Knows no feature; each
 * feature adds its own {@link moot.app.web.NavigationItem}.
 */
@NullMarked
package moot.app.web;

import org.jspecify.annotations.NullMarked;
