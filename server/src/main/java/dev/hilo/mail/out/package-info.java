/** Mail that Hilo sends: the outbox, and what empties it. */
package dev.hilo.mail.out;
