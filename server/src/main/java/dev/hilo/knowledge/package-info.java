/**
 * What an account knows: help-centre articles, canned responses, the replies that solved past tickets, and outside sources, cut
 * into passages. PostgreSQL holds them; each node has an index of its own that follows by revision and can be thrown away.
 */
package dev.hilo.knowledge;
