/** The numbers of an account: what came in, how long customers waited, how well it went; and what needs attention now. */
package dev.hilo.reports;
