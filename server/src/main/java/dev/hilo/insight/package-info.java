/**
 * What a message says besides its words: its language and feeling, how urgent it is, what it names, and where it belongs.
 * Incoming messages are queued by a follower of the event log and read by a thread of their own, off the path of any call.
 */
package dev.hilo.insight;
