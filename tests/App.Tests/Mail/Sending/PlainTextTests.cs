using ThaffFunctions.Mail.Sending;

namespace ThaffFunctions.Tests.Mail.Sending;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("<p>Guten Tag\n   <b>Ada</b>,</p>\n<p>bis bald!</p>", "Guten Tag Ada,\n\nbis bald!\n")]
    [InlineData("<h1>Termin</h1><p>10 Uhr<br>Erfurt</p>", "Termin\n\n10 Uhr\nErfurt\n")]
    [InlineData("<ul><li>eins</li><li>zwei</li></ul>", "- eins\n- zwei\n")]
    [InlineData("<ol><li>eins</li><li>zwei</li></ol>", "1. eins\n2. zwei\n")]
    [InlineData("<p>Sie können <a href=\"https://x.example/?a=1&amp;b=2\">absagen</a>.</p>",
        "Sie können absagen: https://x.example/?a=1&b=2.\n")]
    [InlineData("<a href=\"mailto:a@x.example\">a@x.example</a>", "a@x.example\n")]
    [InlineData("<a href=\"https://x.example\">https://x.example</a>", "https://x.example\n")]
    [InlineData("<a href=\"%abmelden%\">Abbestellen</a>", "Abbestellen: %abmelden%\n")]
    [InlineData("<table><tr><td>eins</td><td>zwei</td></tr></table>", "eins\n\nzwei\n")]
    [InlineData("<p>a &lt; b &amp; c&nbsp;d</p><p hidden>Vorschau</p><img alt=\"Logo\">", "a < b & c d\n\nLogo\n")]
    [InlineData("<html><head><title>Titel</title><style>p{}</style></head><body><p>Text</p></body></html>", "Text\n")]
    [InlineData("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>", "<script>alert(1)</script>\n")]
    public void Says_what_the_html_says(string html, string text) => Assert.Equal(text, PlainText.From(html));
}
