/** Tables for analysts: an account's tickets and what belongs to them, written to DuckDB, Parquet, PostgreSQL, CSV or JSON Lines. */
package dev.hilo.export;
