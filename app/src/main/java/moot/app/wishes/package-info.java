/**
 * What practices want: said in confidence, published only by their own choice, counted by the
 * engine so that others see no more than effects which do not tell what one practice has said. What
 * is protected and what is not stands in decision 6.
 */
@NullMarked
package moot.app.wishes;

import org.jspecify.annotations.NullMarked;
