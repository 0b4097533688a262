@org.jspecify.annotations.NullMarked
package moot.app.demo;
