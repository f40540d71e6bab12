/** Knowledge from outside: files, web sites, Confluence, Google Docs. Each kind is a {@link dev.hilo.knowledge.sources.Connector}. */
package dev.hilo.knowledge.sources;
