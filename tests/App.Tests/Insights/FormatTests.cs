using System.Text;
using ThaffFunctions.Insights;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Tests.Documentation;
using static ThaffFunctions.NotesReading.Tests.Word.Docx;

namespace ThaffFunctions.Tests.Insights;

/// <summary>The same notes as different programs save them come to the same register.</summary>
public sealed class FormatTests
{
    const string Markdown = """
        # Offene Fragen

        - Wer zahlt die Kurse?
          Beantwortet im Termin 2027-05-wohnen
        - Wer hilft im Amt?

        # Anliegen der Betriebe

        1. Mehr Termine im Amt
           - Branche: Handwerk
           - Weitergegeben an das Landesamt am 15. März 2027
        """;

    const string Plain = """
        Offene Fragen:

        - Wer zahlt die Kurse?
          Beantwortet im Termin 2027-05-wohnen
        - Wer hilft im Amt?

        Anliegen der Betriebe
        =====================
        1. Mehr Termine im Amt
          - Branche: Handwerk
          - Weitergegeben an das Landesamt am 15. März 2027
        """;

    /// <summary>The second heading is only a line in bold, and what was passed on an item of the same level.</summary>
    static readonly byte[] Word = Of(
        P("Offene Fragen", "berschrift1") + Li("Wer zahlt die Kurse?", 2) + Li("Beantwortet im Termin 2027-05-wohnen", 2, 1)
            + Li("Wer hilft im Amt?", 2)
        + P("Davor ein anderer Abschnitt", "berschrift1") + P("Text.")
        + P("Anliegen der Betriebe", "Fettdruck") + Li("Mehr Termine im Amt", 1) + Li("Branche: Handwerk", 1, 1)
        + Li("Weitergegeben an das Landesamt am 15. März 2027", 1));

    public static TheoryData<string, byte[]> Files => new()
    {
        { "notes.md", Encoding.UTF8.GetBytes(Markdown) },
        { "notes.txt", Encoding.UTF8.GetBytes(Plain) },
        { "notes.docx", Word },
    };

    [Theory]
    [MemberData(nameof(Files), DisableDiscoveryEnumeration = true)] // xunit writes enumerated data, whole files here, into ids
    public async Task Each_format_yields_the_same_entries(string name, byte[] file)
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PlanAsync(TestSessions.October);
        await stage.PutAsync(Containers.Notes, $"{NotesDesk.Session}/{name}", file);
        await stage.PublishAsync();

        var entries = await stage.EntriesAsync();

        Assert.Equal(["Wer zahlt die Kurse?", "Wer hilft im Amt?", "Mehr Termine im Amt"], entries.Select(entry => entry.Text));
        Assert.Equal([InsightKind.OpenQuestion, InsightKind.OpenQuestion, InsightKind.Concern], entries.Select(entry => entry.Kind));
        Assert.Equal(SessionId.Parse("2027-05-wohnen"), entries[0].Progress.Answer?.Session);
        Assert.Equal(new PassedOn("das Landesamt", new(2027, 3, 15)), entries[2].Progress.Passed);
        Assert.Equal("handwerk", Assert.Single(entries[2].Sectors).Key);
        Assert.Equal(2, (await stage.HtmlAsync()).Split("<div class=\"callout ").Length - 1);
    }
}
