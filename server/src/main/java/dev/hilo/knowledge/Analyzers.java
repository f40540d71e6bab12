package dev.hilo.knowledge;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.eu.BasqueAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.gl.GalicianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;

/** Cuts the field {@code words.<language>} into the stems of its language; one without an analyzer into its words. */
final class Analyzers extends DelegatingAnalyzerWrapper {

    private static final String FIELD = "words.";

    private static final Map<String, Supplier<Analyzer>> BY_LANGUAGE = Map.ofEntries(
            Map.entry("ca", CatalanAnalyzer::new),
            Map.entry("da", DanishAnalyzer::new),
            Map.entry("de", GermanAnalyzer::new),
            Map.entry("en", EnglishAnalyzer::new),
            Map.entry("es", SpanishAnalyzer::new),
            Map.entry("eu", BasqueAnalyzer::new),
            Map.entry("fi", FinnishAnalyzer::new),
            Map.entry("fr", FrenchAnalyzer::new),
            Map.entry("gl", GalicianAnalyzer::new),
            Map.entry("it", ItalianAnalyzer::new),
            Map.entry("nb", NorwegianAnalyzer::new),
            Map.entry("nl", DutchAnalyzer::new),
            Map.entry("pt", PortugueseAnalyzer::new),
            Map.entry("sv", SwedishAnalyzer::new));

    private final Map<String, Analyzer> made = new ConcurrentHashMap<>();

    Analyzers() {
        super(PER_FIELD_REUSE_STRATEGY);
    }

    /** @param language two letters, a country behind them or not */
    static String field(String language) {
        String two = language.split("-")[0];
        return FIELD + (BY_LANGUAGE.containsKey(two) ? two : "other");
    }

    @Override
    protected Analyzer getWrappedAnalyzer(String field) {
        return made.computeIfAbsent(
                field.substring(FIELD.length()),
                language -> BY_LANGUAGE
                        .getOrDefault(language, StandardAnalyzer::new)
                        .get());
    }
}
