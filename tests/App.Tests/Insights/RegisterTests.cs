using ThaffFunctions.Insights;
using ThaffFunctions.Tests.Documentation;
using ThaffFunctions.Tests.Registration.Applying;

namespace ThaffFunctions.Tests.Insights;

/// <summary>From notes in the container to entries in the register.</summary>
public sealed class RegisterTests : IAsyncLifetime
{
    const string Notes = """
        ## Erkenntnisse

        - Früh fragen spart Zeit.

        ## Ergebnisse

        - Eine Vorlage liegt vor.

        ## Offene Fragen

        - Wer trägt die Kosten der Übersetzung?
        - Wo gibt es Kurse am Abend?

        ## Anliegen

        - Mehr Termine im Amt.
          - Branche: Handwerk
        """;

    Stage stage = null!;

    public async Task InitializeAsync()
    {
        stage = await Stage.OpenAsync(settings: NotesDesk.Impatient);
        await stage.PlanAsync(TestSessions.October);
    }

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Fact]
    public async Task Notes_put_into_the_container_are_entries_in_the_register()
    {
        await stage.PutNotesAsync(Notes);
        var entries = await Stage.EventuallyAsync(async () => await stage.EntriesAsync() is { Count: > 0 } found ? found : null);

        Assert.Equal(
            [
                (InsightKind.Finding, "Früh fragen spart Zeit."), (InsightKind.Result, "Eine Vorlage liegt vor."),
                (InsightKind.OpenQuestion, "Wer trägt die Kosten der Übersetzung?"),
                (InsightKind.OpenQuestion, "Wo gibt es Kurse am Abend?"),
                (InsightKind.Concern, "Mehr Termine im Amt."),
            ],
            entries.Select(entry => (entry.Kind, entry.Text)));
        Assert.All(entries, entry => Assert.Equal(InsightStage.Open, entry.Progress.Stage));
        Assert.Equal("handwerk", Assert.Single(entries[4].Sectors).Key);
        Assert.Equal(5, entries.Select(entry => entry.Id).Distinct().Count());
    }

    [Fact]
    public async Task Sections_are_boxes_in_page_and_pdf()
    {
        await stage.PutNotesAsync(Notes);
        await stage.PublishAsync();

        var html = await stage.HtmlAsync();
        foreach (var (tone, heading) in new[] { ("information", "Erkenntnisse"), ("success", "Ergebnisse"), ("question", "Offene Fragen"),
            ("warning", "Anliegen") })
            Assert.Matches($"<div class=\"callout {tone}\"><h2 id=\"[^\"]+\">{heading}</h2>", html);
        using var pdf = UglyToad.PdfPig.PdfDocument.Open(await (await stage.PdfAsync()).Content.ReadAsByteArrayAsync());
        Assert.True(pdf.TryGetBookmarks(out var bookmarks));
        Assert.Equal(["Erkenntnisse", "Ergebnisse", "Offene Fragen", "Anliegen", "Kontakt"],
            bookmarks.GetNodes().Select(node => node.Title));
    }

    [Fact]
    public async Task A_corrected_text_keeps_its_id_and_what_staff_noted_survives_notes_that_do_not_mention_it()
    {
        await stage.PutNotesAsync(Notes.Replace("Mehr Termine im Amt.",
            "Mehr Termine im Amt.\n  - Weitergegeben an das Landesamt am 12.10.2026", StringComparison.Ordinal));
        await stage.PublishAsync();
        var before = await stage.EntriesAsync();

        await stage.PutNotesAsync(Notes.Replace("Mehr Termine im Amt.", "Mehr Termine in den Ämtern.", StringComparison.Ordinal)
            .Replace("der Übersetzung?", "für die Übersetzung?", StringComparison.Ordinal));
        await stage.PublishAsync();
        var after = await stage.EntriesAsync();

        Assert.Equal(before.Select(entry => entry.Id), after.Select(entry => entry.Id));
        Assert.Equal("Wer trägt die Kosten für die Übersetzung?", after[2].Text);
        Assert.Equal(new PassedOn("das Landesamt", new(2026, 10, 12)), after[4].Progress.Passed);

        await stage.PutNotesAsync(Notes.Replace("Mehr Termine im Amt.",
            "Mehr Termine im Amt.\n  - Beantwortet am 2.11.2026: Ab Januar auch mittwochs.", StringComparison.Ordinal));
        await stage.PublishAsync();
        var answered = (await stage.EntriesAsync())[4];

        Assert.Equal(before[4].Id, answered.Id);
        Assert.Equal(new(new("das Landesamt", new(2026, 10, 12)), new("Ab Januar auch mittwochs.", null, new(2026, 11, 2))),
            answered.Progress);
    }

    [Fact]
    public async Task Withdrawn_notes_withdraw_their_entries_and_notes_put_again_bring_them_back_as_they_were()
    {
        await stage.PutNotesAsync(Notes.Replace("am Abend?", "am Abend?\n  - Antwort: In Erfurt.", StringComparison.Ordinal));
        await stage.PublishAsync();
        var before = await stage.EntriesAsync();

        await stage.DeleteNotesAsync();
        await stage.PublishAsync();
        Assert.Empty(await stage.EntriesAsync());

        await stage.PutNotesAsync(Notes);
        await stage.PublishAsync();
        var after = await stage.EntriesAsync();
        Assert.Equal(before.Select(entry => (entry.Id, entry.Progress)), after.Select(entry => (entry.Id, entry.Progress)));

        await stage.PutNotesAsync($"---\nstatus: entwurf\n---\n{Notes}");
        await stage.PublishAsync();
        Assert.Empty(await stage.EntriesAsync());
    }

    [Fact]
    public async Task Unusable_notes_leave_the_register_as_it_is()
    {
        await stage.PutNotesAsync(Notes);
        await stage.PublishAsync();
        await stage.PutNotesAsync("## \n\n## Offene Fragen\n\n- Etwas anderes?");
        await stage.PublishAsync();

        Assert.Equal(5, (await stage.EntriesAsync()).Count);
    }

    [Fact]
    public async Task A_correction_in_the_programme_reaches_the_register()
    {
        await stage.PutNotesAsync(Notes);
        await stage.PublishAsync();
        await stage.PlanAsync(TestSessions.October with { Focus = "Deutsch" });
        await stage.PublishAsync();

        var source = Assert.Single(await stage.Service<InsightQuery>().OfYearAsync(2026, CancellationToken.None)).Source;
        Assert.Equal("Deutsch", source.Focus);
        Assert.Empty(await stage.Service<InsightQuery>().OfYearAsync(2027, CancellationToken.None));
    }

    [Fact]
    public async Task What_cannot_be_right_is_published_and_staff_are_told()
    {
        await stage.PutNotesAsync("""
            ## Offene Fragen

            - Wer zahlt?
              - Beantwortet im Termin 2027-02-gibt-es-nicht
            - Wer fährt?
              - Beantwortet im Termin 2026-10-sprache-im-betrieb
            - Wer hilft?
              - Weitergegeben an das Amt am 01.10.2026
            - Wer kommt?
              - Weitergegeben an das Amt
            """);
        await stage.PublishAsync();

        var mail = await Stage.EventuallyAsync(async () =>
            (await stage.MailsAsync()).FirstOrDefault(mail => mail.Subject.Contains("Hinweisen", StringComparison.Ordinal)));
        foreach (var expected in new[] { "„Wer zahlt?“: Im Programm gibt es keinen Termin „2027-02-gibt-es-nicht“",
            "„Wer fährt?“: Als Termin", "01.10.2026", "„Wer kommt?“: „Weitergegeben an das Amt“ ist nicht zu verstehen" })
            Assert.Contains(expected, mail.Text, StringComparison.Ordinal);
        Assert.Equal([InsightStage.Answered, InsightStage.Answered, InsightStage.PassedOn, InsightStage.Open],
            (await stage.EntriesAsync()).Select(entry => entry.Progress.Stage));
    }

    [Fact]
    public async Task The_longest_register_is_stored_and_read_whole()
    {
        var items = Enumerable.Range(0, InsightSectionsLimit)
            .Select(number => $"- {number:000} {new string('"', 300)}{new string('ü', 900)}? Antwort: {new string('\\', 1200)}");
        await stage.PutNotesAsync($"## Anliegen\n\n{string.Join('\n', items)}");
        await stage.PublishAsync();
        await stage.PutNotesAsync($"## Anliegen\n\n{string.Join('\n', items.Select(item => item.Replace('ü', 'x').Replace("- ", "- anders ", StringComparison.Ordinal)))}");
        await stage.PublishAsync();

        var entries = await stage.EntriesAsync();

        Assert.Equal(InsightSectionsLimit, entries.Count);
        Assert.All(entries, entry => Assert.Equal(InsightStage.Answered, entry.Progress.Stage));
        Assert.EndsWith("…", entries[^1].Text, StringComparison.Ordinal);
    }

    const int InsightSectionsLimit = ThaffFunctions.Insights.Reading.InsightSections.MaxInsights;
}
