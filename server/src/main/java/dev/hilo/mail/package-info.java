/** What mail that goes out and mail that comes in have in common. */
package dev.hilo.mail;
