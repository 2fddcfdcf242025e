using System.Text;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Tests.Documentation;

/// <summary>Notes that cannot be published: what was public stays, and staff are told where and what is expected.</summary>
public sealed class BadNotesTests : IAsyncLifetime
{
    Stage stage = null!;

    public async Task InitializeAsync()
    {
        stage = await Stage.OpenAsync();
        await stage.PlanAsync(TestSessions.October);
        await stage.PutNotesAsync("Die gute Fassung.");
        await stage.PublishAsync();
    }

    public async Task DisposeAsync() => await stage.DisposeAsync();

    public static TheoryData<string, byte[], string> Bad => new()
    {
        { "empty", [], "Die Datei ist leer" },
        { "only spaces", Encoding.UTF8.GetBytes(" \r\n\t\n"), "Die Datei ist leer" },
        { "only a head", Encoding.UTF8.GetBytes("---\nstatus: fertig\n---\n"), "keinen Inhalt" },
        { "only the title", Encoding.UTF8.GetBytes("# Sprache im Betrieb\n"), "keinen Inhalt" },
        { "Latin-1", Encoding.Latin1.GetBytes("Erste Zeile\nZweite mit Umlaut: ä\n"), "Zeile 2: Der Text ist nicht als UTF-8 gespeichert" },
        { "UTF-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("Text")], "UTF-16" },
        { "binary", [1, 2, 0, 3, 4], "keine Textdatei" },
        { "Word", [(byte)'P', (byte)'K', 3, 4, 20, 0], "Word- oder ZIP-Datei" },
        { "PDF", Encoding.UTF8.GetBytes("%PDF-1.7\n"), "eine PDF-Datei" },
        { "empty title", Encoding.UTF8.GetBytes("---\nstatus: fertig\ntitel:\n---\nText"), "Zeile 3, Feld „titel“" },
        { "unknown status", Encoding.UTF8.GetBytes("---\nstatus: geheim\n---\nText"),
            "Zeile 2, Feld „status“: „geheim“ ist nicht bekannt" },
        { "broken head", Encoding.UTF8.GetBytes("---\ntitel: a: b\n---\nText"),
            "Zeile 2: Die Angaben zwischen den Zeilen „---“ sind nicht lesbar" },
        { "head without fields", Encoding.UTF8.GetBytes("---\nnur Text\n---\nText"), "werden Angaben wie" },
        { "empty heading", Encoding.UTF8.GetBytes("Text\n\n## \n\nText"), "Zeile 3: Die Überschrift hat keinen Text" },
        { "too deep", Encoding.UTF8.GetBytes(new string('>', 5000) + " Text"), "zu tief ineinander geschachtelt" },
    };

    [Theory]
    [MemberData(nameof(Bad), DisableDiscoveryEnumeration = true)] // xunit writes enumerated data, whole files here, into ids
    public async Task Bad_notes_keep_the_last_good_documentation_and_are_reported(string kind, byte[] notes, string expected)
    {
        await stage.PutAsync(Containers.Notes, $"{NotesDesk.Session}/notes.md", notes);
        await stage.PublishAsync();

        Assert.Contains(expected, await stage.ProblemsAsync($"{NotesDesk.Session}/notes.md"), StringComparison.Ordinal);
        var mail = await Stage.EventuallyAsync(async () =>
            (await stage.MailsAsync()).FirstOrDefault(mail => mail.Text.Contains(expected, StringComparison.Ordinal)));
        Assert.Contains("was vorher galt, gilt weiter", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Die gute Fassung.", await stage.HtmlAsync(), StringComparison.Ordinal);
        Assert.Contains("Die gute Fassung.", NotesDesk.TextOf(await (await stage.PdfAsync()).Content.ReadAsByteArrayAsync()),
            StringComparison.Ordinal);
        var entry = await stage.EntryAsync();
        Assert.True(entry!.Handled != entry.Edition!.Version, kind);
    }

    [Fact]
    public Task Too_big_notes_are_refused_unread() =>
        Bad_notes_keep_the_last_good_documentation_and_are_reported("too big", new byte[21_000_000], "größer als 20 MB");

    public static TheoryData<string, byte[], string> BadPictures => new()
    {
        { "bild.png", Encoding.UTF8.GetBytes("kein Bild"), "Das Bild ist nicht lesbar" },
        { "bild.gif", [.. "GIF89a"u8, 1, 0, 1, 0, 0, 0, 0], "Erwartet wird PNG" },
        { "bild.jpg", TestPictures.Jpeg()[..200], "Das Bild ist nicht lesbar" },
        { "leer.png", [], "Das Bild ist nicht lesbar" },
        { "riesig.png", Huge(), "mehr als 20 Millionen Bildpunkte" },
        { "überfüllt.png", Overfull(), "mehr Daten, als es ankündigt" },
    };

    [Theory]
    [MemberData(nameof(BadPictures), DisableDiscoveryEnumeration = true)] // xunit writes enumerated data, whole files here, into ids
    public async Task A_picture_that_is_none_is_reported_with_its_place_and_mending_it_publishes(string file, byte[] picture,
        string expected)
    {
        await stage.PutPictureAsync(file, picture);
        await stage.PutNotesAsync($"Die neue Fassung.\n\n![Ein Plan]({file})");
        await stage.PublishAsync();

        var problems = await stage.ProblemsAsync($"{NotesDesk.Session}/{file}");
        Assert.Contains(expected, problems, StringComparison.Ordinal);
        Assert.Contains("Zeile 3", problems, StringComparison.Ordinal);
        Assert.Contains("Die gute Fassung.", await stage.HtmlAsync(), StringComparison.Ordinal);

        await stage.PutPictureAsync(file, TestPictures.Png());
        await stage.PublishAsync();
        Assert.Contains("Die neue Fassung.", await stage.HtmlAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alternative_text_that_no_PDF_can_hold_is_reported_instead_of_cut()
    {
        await stage.PutPictureAsync("bild.png", TestPictures.Png());
        await stage.PutNotesAsync($"Die neue Fassung.\n\n![Tafel {string.Concat(Enumerable.Repeat("xxx ", 5_000))}](bild.png)");
        await stage.PublishAsync();

        var problems = await stage.ProblemsAsync($"{NotesDesk.Session}/notes.md");
        Assert.Contains("Ein Alternativtext oder der Titel ist länger, als ein PDF fassen kann", problems, StringComparison.Ordinal);
        Assert.Contains("Tafel xxx", problems, StringComparison.Ordinal);
        Assert.Contains("Die gute Fassung.", await stage.HtmlAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("## Offene \uFFFE Fragen\n\n- Wer \uFFFE hilft?")]
    [InlineData("Siehe ![Ein Plan](bild%EF%BF%BE.png)")]
    [InlineData("Siehe ![Ein Plan](bild\uFFFE.png)")]
    public async Task A_character_that_is_none_does_not_keep_notes_from_being_published(string notes)
    {
        await stage.PutNotesAsync($"Die neue Fassung.\n\n{notes}");
        await stage.PublishAsync();

        Assert.Contains("Die neue Fassung.", await stage.HtmlAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notes_under_another_name_are_pointed_out()
    {
        await stage.PutNotesAsync("Mitschrift", "Mitschrift.md");
        await stage.DeleteNotesAsync();
        await stage.PublishAsync();

        Assert.Contains("als „notes.md“", await stage.ProblemsAsync($"{NotesDesk.Session}/Mitschrift.md"), StringComparison.Ordinal);
        var mail = await Stage.EventuallyAsync(async () => (await stage.NoticesAsync()) is [var mail, ..] ? mail : null);
        Assert.Contains("was es vorher war, ist es nicht mehr", mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("notes.md")]
    [InlineData("Oktober/notes.md")]
    [InlineData("2026-13-falsch/notes.md")]
    public async Task Notes_in_no_sessions_folder_are_pointed_out(string name)
    {
        await stage.PutAsync(Containers.Notes, name, "Mitschrift");
        await stage.TellAsync(name);

        Assert.Contains("in einem Ordner, der wie der Termin heißt", await stage.ProblemsAsync(name), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_bad_file_is_told_once()
    {
        await stage.PutNotesAsync("");
        await stage.PublishAsync();
        await stage.FireAsync("ReconcileDocumentation");
        await stage.FireAsync("PublishDocumentation", NotesDesk.Session.Value);
        await Stage.EventuallyAsync(async () => (await stage.NoticesAsync()).Count > 0);

        await stage.PutNotesAsync("Wieder gut.");
        await stage.PdfWithAsync("Wieder gut.");
        Assert.Single(await stage.NoticesAsync());
    }

    /// <summary>A header that promises more pixels than anybody should unpack.</summary>
    /// <summary>Its header announces one row of its many.</summary>
    static byte[] Overfull()
    {
        var png = TestPictures.Png(512, 512);
        (png[20], png[21], png[22], png[23]) = (0, 0, 0, 1);
        return png;
    }

    static byte[] Huge()
    {
        var png = TestPictures.Png();
        (png[16], png[17], png[18], png[19]) = (0, 1, 0, 0);
        (png[20], png[21], png[22], png[23]) = (0, 1, 0, 0);
        return png;
    }
}
