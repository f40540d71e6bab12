package dev.hilo.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTest {

    private static final char NO_BREAK = '\u00a0';

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Dryrun test note|<div>Dryrun test note</div>",
                "a@b.com, it's 1+1=2 \"x\"|<div>a@b.com, it's 1+1=2 \"x\"</div>",
                "Ñandú café 😀|<div>Ñandú café 😀</div>",
                "Tom & Jerry|<div>Tom &amp; Jerry</div>",
                "5 < 6 & 7 > 3|<div>5 &lt; 6 &amp; 7 &gt; 3</div>",
                "a&nbsp;b|<div>a&nbsp;b</div>",
                "&eacute; &#128512; &lt;b&gt;|<div>é 😀 &lt;b&gt;</div>",
                "{{ticket.id}} & more|<div>{{ticket.id}} &amp; more</div>",
                "``|<div></div>",
            })
    void text_is_wrapped_and_stays_readable(String text, String html) {
        assertThat(Html.clean(text)).isEqualTo(html);
    }

    /** The first three are recorded. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>Testing the reply action from Nango.</div>",
                "<div dir=\"ltr\"><p><br></p>\n</div>",
                "<div style=\"font-family:-apple-system, BlinkMacSystemFont, Segoe UI, Roboto, Helvetica Neue, Arial, "
                        + "sans-serif; font-size:14px\"><div dir=\"ltr\">Hi</div></div>",
                "<p>reply</p>",
                "<div>a@b.com 1+1=2 it's \"so\" `x` 😀 <b>café</b>&nbsp;{{ticket.id}}</div>",
                "<img src=\"cid:logo@acme\" alt=\"it's 1+1=2\">",
                "<img src=\"data:image/png;base64,iVBORw0KGgo=\" width=\"10\" height=\"12\">",
                "<table width=\"600\" cellpadding=\"0\"><tbody><tr><td colspan=\"2\" align=\"center\">a</td></tr></tbody></table>",
                "<span style=\"color: rgb(0, 0, 0); background-color:#fff; border:1px solid #ccc\">x</span>",
                "<p style=\"font-family:'Segoe UI', &#34;Arial&#34;; margin:0 0 4px\">x</p>",
                "<ol start=\"3\"><li>a</li><li>b</li></ol><blockquote>c</blockquote><hr><pre>d\n  e</pre>",
                "<a href=\"https://x.test/?a=1&amp;b=2+3#c\" target=\"_blank\" rel=\"noopener noreferrer nofollow\">x</a>",
                "<font color=\"#ff0000\" face=\"Arial\">x</font>",
            })
    void harmless_markup_stays_as_it_was_written(String html) {
        assertThat(Html.clean(html)).isEqualTo(html);
        assertThat(Html.clean(Html.clean(html))).isEqualTo(html);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a<br/>b|a<br>b",
                "<div>a<div>b|<div>a<div>b</div></div>",
                "<ul><li>a<li>b</ul>|<ul><li>a</li><li>b</li></ul>",
                "<P CLASS=big ID=x>a</P>|<p>a</p>",
                "<o:p>x</o:p>|<div>x</div>",
                "<img src=http://x.test/a.png onload=x>|<img src=\"http://x.test/a.png\">",
                "<a href='/tickets/1'>x</a>|<a href=\"/tickets/1\" rel=\"noopener noreferrer nofollow\">x</a>",
                "<a href='https://x.test/{{ticket.id}}' rel=opener>x</a>|"
                        + "<a href=\"https://x.test/{{ticket.id}}\" rel=\"noopener noreferrer nofollow\">x</a>",
                "<a href='mailto:a@b.com?subject=x y' target=_top>x</a>|"
                        + "<a href=\"mailto:a@b.com?subject=x%20y\" rel=\"noopener noreferrer nofollow\">x</a>",
                "<p style='color:red;position:fixed;top:0'>x</p>|<p style=\"color:red\">x</p>",
                "<p style='margin-left:-90px;padding:2px'>x</p>|<p style=\"padding:2px\">x</p>",
                "<p style='color:red;background:url(http://x.test/a)'>x</p>|<p style=\"color:red\">x</p>",
                "<p title=a title=b>x</p>|<p title=\"a\">x</p>",
            })
    void other_markup_is_put_right(String sent, String stored) {
        assertThat(Html.clean(sent)).isEqualTo(stored);
    }

    @Test
    void what_no_document_may_have_is_left_out() {
        assertThat(Html.clean("a\0b\u0007c\ud83dd\uffffe")).isEqualTo("<div>abcde</div>");
        assertThat(Html.clean("<p>a\0b</p>")).isEqualTo("<p>ab</p>");
    }

    /** The first is recorded. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Hi there, <br><br> I tried…|Hi there,⏎⏎I tried…",
                "<div><p>one</p><p>two</p></div>|one⏎two",
                "<p>one</p><p><br></p><p>two</p>|one⏎⏎two",
                "<div>one<div>two</div>three</div>|one⏎two⏎three",
                "<div>one<br></div><div>two</div>|one⏎two",
                "<ul><li>a</li><li>b</li></ul>|a⏎b",
                "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>|a b⏎c",
                "<pre>a⏎  b</pre>c|a⏎  b⏎c",
                "<div>a⏎   <b>b</b>⏎c</div>|a b c",
                "<div>one⏎two &amp; three</div>|one⏎two & three",
                "a <del>b</del>c&nbsp;&nbsp;d<!-- e > f -->g|a bc dg",
                "<p title=\"a > b\">x</p>y|x⏎y",
                "<style>p{}</style><script>if (a</b) x</script>seen<title>t</title>|seen",
                "5 < 6 <3 <b>x</b>|5 < 6 <3 x",
                "<div>&lt;b&gt; &eacute; &#x1f600; &bogus;</div>|<b> é 😀 &bogus;",
                "<div><b></b></div>|``",
                "<div|``",
            })
    void the_text_of_a_description_keeps_its_lines(String html, String text) {
        assertThat(Html.toText(html.replace('⏎', '\n'))).isEqualTo(text.replace('⏎', '\n'));
    }

    /** The first is recorded. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<div>Hi Jessica Rangel,<br><br>Test reply</div>|Hi Jessica Rangel,  Test reply",
                "<div>a &amp; b &lt;c&gt;</div>|a & b <c>",
                "<div> one⏎two </div>|one two",
                "<p>one</p><p>two</p>|one two",
                "<div>a <br> b</div>|a b",
            })
    void the_text_of_an_entry_is_one_line(String html, String text) {
        assertThat(Html.toLine(html.replace('⏎', '\n'))).isEqualTo(text);
    }

    @Test
    void blanks_that_do_not_break_are_blanks_in_the_text() {
        assertThat(Html.toText("<div>" + NO_BREAK + "a" + NO_BREAK + "b&nbsp;</div>"))
                .isEqualTo("a b");
        assertThat(Html.toLine("<p>" + NO_BREAK + "a" + NO_BREAK + "b</p>")).isEqualTo("a b");
    }
}
