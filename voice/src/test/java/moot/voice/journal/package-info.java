@org.jspecify.annotations.NullMarked
package moot.voice.journal;
