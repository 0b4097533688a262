/**
 * What every part of the API has in common: tokens, the shape of errors and of lists, its
 * description. What there is to ask stands with each feature, in its class {@code …Api}.
 */
@NullMarked
package moot.app.api;

import org.jspecify.annotations.NullMarked;
