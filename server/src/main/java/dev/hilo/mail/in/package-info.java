/** Mail that comes in, through whichever door: what it says, which ticket it belongs to, what becomes of it. */
package dev.hilo.mail.in;
