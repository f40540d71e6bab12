/** Everything that a Hilo knows in one file, and back. */
package dev.hilo.backup;
