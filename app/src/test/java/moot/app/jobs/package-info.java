@NullMarked
package moot.app.jobs;

import org.jspecify.annotations.NullMarked;
