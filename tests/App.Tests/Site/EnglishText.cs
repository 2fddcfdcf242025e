using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace ThaffFunctions.Tests.Site;

/// <summary>Pages and mails that are to be English.</summary>
static partial class EnglishText
{
    /// <summary>The page or mail, which is English and has German words only where it says so.</summary>
    public static IHtmlDocument Expected(string html)
    {
        var whole = new HtmlParser().ParseDocument(html);
        Assert.Equal("en", whole.DocumentElement.GetAttribute("lang"));
        var page = new HtmlParser().ParseDocument(html);
        foreach (var german in page.QuerySelectorAll("[lang=de], script, style").ToList()) german.Remove();
        var shown = string.Join('\n', [page.Body!.TextContent, .. page.QuerySelectorAll("[aria-label], [title], [alt]").Select(
            element => element.GetAttribute("aria-label") ?? element.GetAttribute("title") ?? element.GetAttribute("alt"))]);
        shown = Addresses().Replace(shown, "");
        var german2 = GermanWords().Matches(shown);
        Assert.True(german2.Count == 0, $"German: {string.Join(", ", german2.Select(word => Around(shown, word)))}");
        return whole;
    }

    static string Around(string text, Match word) =>
        $"“{text[Math.Max(0, word.Index - 30)..Math.Min(text.Length, word.Index + word.Length + 30)].ReplaceLineEndings(" ")}”";

    /// <summary>They are the same in both languages but for their beginning.</summary>
    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Addresses();

    /// <summary>Words that every German sentence has one of, umlauts, and the house's own; names of places are no sentences.</summary>
    [GeneratedRegex(@"\b(der|die|das|den|dem|des|ein|eine|einen|einer|und|oder|nicht|kein|keine|ist|sind|war|wird|werden|wurde|haben|hat|Sie|Ihr|Ihre|Ihren|Ihnen|wir|uns|mit|von|zu|zum|zur|im|auf|bei|bis|für|über|noch|auch|wenn|dass|Uhr|Anmeldung|Anmelden|Termin|Termine|Abgesagt|Absagen|Warteliste|Fehler|Bitte|Plätze|Platz|freiwillig|Oktober|Montag|Datenschutz|Impressum|Barrierefreiheit|Dokumentation)\b")]
    public static partial Regex GermanWords();
}
