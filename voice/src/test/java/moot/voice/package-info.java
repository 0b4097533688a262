@org.jspecify.annotations.NullMarked
package moot.voice;
