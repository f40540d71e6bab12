package dev.hilo.knowledge.sources;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.UnknownFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;

/** The pages that a web site's sitemap names, as far as its robots.txt lets one read them. */
record SiteConnector(String sitemap, Fetcher fetcher) implements Connector {

    private static final int MOST_SITEMAPS = 200;
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(10);

    @Override
    public void read(Reading reading) throws SourceTrouble {
        var rules = rules();
        read(reading, sitemap, rules, new int[] {MOST_SITEMAPS});
    }

    private BaseRobotRules rules() throws SourceTrouble {
        String address = URI.create(sitemap).resolve("/robots.txt").toString();
        var got = fetcher.send(address, "GET", Map.of(), null);
        var parser = new SimpleRobotRulesParser();
        if (got.status() == 200) return parser.parseContent(address, got.body(), got.type(), List.of("hilo"));
        if (got.status() >= 500) throw new SourceTrouble(address + " answers with " + got.status());
        return new SimpleRobotRules(SimpleRobotRules.RobotRulesMode.ALLOW_ALL);
    }

    private void read(Reading reading, String address, BaseRobotRules rules, int[] left) throws SourceTrouble {
        if (left[0]-- == 0) throw new SourceTrouble("The site has more than " + MOST_SITEMAPS + " sitemaps");
        var map = parse(fetcher.get(address, Map.of()));
        if (map instanceof SiteMapIndex index) {
            for (var part : index.getSitemaps()) read(reading, part.getUrl().toString(), rules, left);
        } else if (map instanceof SiteMap pages) {
            for (var page : pages.getSiteMapUrls()) {
                if (reading.isOver()) return;
                if (rules.isAllowed(page.getUrl().toString())) page(reading, page, rules);
            }
        }
    }

    /** Only pages of the sitemap's own host are in it: the protocol says so. */
    private static AbstractSiteMap parse(Fetcher.Got got) throws SourceTrouble {
        try {
            var url = got.from().toURL();
            return got.type().isEmpty()
                    ? new SiteMapParser().parseSiteMap(got.body(), url)
                    : new SiteMapParser().parseSiteMap(got.type(), got.body(), url);
        } catch (UnknownFormatException | IOException e) {
            throw new SourceTrouble(got.from() + " is no sitemap");
        }
    }

    private void page(Reading reading, SiteMapURL page, BaseRobotRules rules) throws SourceTrouble {
        String address = page.getUrl().toString();
        var changed = page.getLastModified();
        Instant at = changed == null ? null : changed.toInstant();
        if (at != null) {
            var found = new Found(address, at.toString(), address, address, at);
            reading.document(found, title -> fetch(address, title, rules));
            return;
        }
        // The site does not tell what has changed: the text does.
        try {
            var text = fetch(address, rules);
            reading.document(new Found(address, "", text.title(), address, null), text.html());
        } catch (SourceTrouble trouble) {
            reading.failed(new Found(address, "", address, address, null), trouble.getMessage());
        }
    }

    private record Page(String title, String html) {}

    private String fetch(String address, Reading.Titled titled, BaseRobotRules rules) throws SourceTrouble {
        var page = fetch(address, rules);
        titled.is(page.title());
        return page.html();
    }

    private Page fetch(String address, BaseRobotRules rules) throws SourceTrouble {
        long delay = rules.getCrawlDelay();
        if (delay > 0) fetcher.pause(Duration.ofMillis(Math.min(delay, LONGEST_DELAY.toMillis())));
        var got = fetcher.get(address, Map.of());
        if (!got.type().contains("html") && !got.type().isEmpty()) {
            String name = URI.create(address).getPath();
            if (!Texts.isReadable(name)) throw new SourceTrouble("It is no page: " + got.type());
            return new Page(
                    FolderConnector.titled(name.substring(name.lastIndexOf('/') + 1)),
                    Texts.html(name, new ByteArrayInputStream(got.body())));
        }
        try {
            var page = Jsoup.parse(new ByteArrayInputStream(got.body()), charset(got.type()), address);
            if (page.select("meta[name=robots][content~=(?i)noindex]").first() != null) {
                throw new SourceTrouble("The page asks not to be indexed");
            }
            String title = Texts.title(page, address);
            return new Page(title, Texts.mainOf(page));
        } catch (IOException e) {
            throw new SourceTrouble("The page cannot be read");
        }
    }

    private static String charset(String type) {
        int at = type.toLowerCase(java.util.Locale.ROOT).indexOf("charset=");
        if (at < 0) return null;
        String name = type.substring(at + 8).split("[;\\s]")[0].replace("\"", "");
        try {
            return java.nio.charset.Charset.isSupported(name) ? name : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
