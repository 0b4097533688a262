@NullMarked
package moot.voice.consent;

import org.jspecify.annotations.NullMarked;
