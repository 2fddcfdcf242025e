using System.Text.Json;
using AccessiblePdf.Model;
using Microsoft.Extensions.Options;
using ThaffFunctions.Documentation.Html;
using ThaffFunctions.Documentation.Materials;
using ThaffFunctions.Documentation.Notes;
using ThaffFunctions.Documentation.Publishing;
using ThaffFunctions.Insights;
using ThaffFunctions.Insights.Reading;
using ThaffFunctions.NotesReading.Languages;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Hosting;

namespace ThaffFunctions.Documentation.Sessions;

/// <summary>Makes the documentation of a session from its notes, and the action on the register that is saved with it.</summary>
public sealed class SessionEditor(
    NotesIntake intake, NotesOutcomes outcomes, SessionPdf pdf, InsightRegister register, InsightChecks checks, ProgrammeQuery programme,
    MaterialReader materials, IOptions<SiteOptions> site)
{
    const string TooEarly = "Der Termin ist noch nicht zu Ende; die Mitschrift bleibt deshalb ein Entwurf und erscheint danach von selbst. "
        + "Wie sie früher erscheint, sagt die Seite der Dokumentation.";

    const string Mistaken = "Damit nichts Falsches erscheint, bleibt die Mitschrift vorerst ein Entwurf; was schon öffentlich ist, bleibt "
        + "es. Gehört sie doch zu diesem Termin, drücken Sie auf der Seite der Dokumentation auf „Veröffentlichen“.";

    internal async Task<Outcome> EditAsync(SessionNotes notes, CancellationToken cancellation)
    {
        var outcome = await EditAsync(notes, DocumentOf(notes), cancellation);
        return outcome is Outcome.Nothing ? outcome with { Together = await register.WithdrawAsync(notes.Id, cancellation) } : outcome;
    }

    async Task<Outcome> EditAsync(SessionNotes notes, NotesDocument document, CancellationToken cancellation)
    {
        var (read, instead) = await intake.ReadAsync(document, cancellation);
        if (read is null) return instead!;

        try
        {
            return await outcomes.ComposedAsync(document, read, await ComposeAsync(notes, read, cancellation), cancellation);
        }
        catch (InvalidDocumentException invalid)
        {
            return await outcomes.UnprintableAsync(document, read, invalid, cancellation);
        }
    }

    static NotesDocument DocumentOf(SessionNotes notes) => new(DocumentPath.Of(notes.Id), notes.Folder, notes.Session?.Title ?? "")
    {
        Expected = "Die Mitschrift wird",
        PagePath = DocumentationQuery.PathOf(notes.Id),
        Several = ("Mitschriften", "genau eine"),
        Obstacle = notes.Session is not null ? null : $"Im Programm gibt es keinen Termin „{notes.Id}“."
            + " Entweder heißt der Ordner anders als der Termin, oder der Termin kommt noch: dann erscheint die Dokumentation von selbst.",
    };

    static string[] MistakenHint(SessionId id, Dictionary<SessionId, Session> known, NotesReadResult.Done read) =>
        known.GetValueOrDefault(id) is { } own && OtherSession.Find(own, known.Values, read) is { } other
            ? [$"Gehört die Mitschrift zu einem anderen Termin? Sie passt nicht zu {own.TitleAndDay}, sondern zu {other.TitleAndDay}."]
            : [];

    async Task<ComposedNotes> ComposeAsync(SessionNotes notes, NotesReadResult.Done read, CancellationToken cancellation)
    {
        var session = notes.Session! with { Title = read.Head.Title ?? notes.Session.Title };
        var insights = InsightSections.Of(read.Content.Blocks);
        var known = (await programme.AllAsync(cancellation)).ToDictionary(planned => planned.Id);
        var content = read.Content with { Blocks = new SessionReferences(known, site.Value).In(insights.Boxed) };
        var (material, unusable) = await materials.ReadAsync(notes.Folder, cancellation);
        var mistaken = MistakenHint(notes.Id, known, read);
        string[] hints = [.. mistaken, .. insights.Hints, .. unusable];
        if (read.Head.IsDraft) return new(Printed(isDraft: true), hints);
        if (session.IsAhead && !read.Head.IsFinal) return new(Printed(isDraft: true), hints) { WhyDraft = TooEarly };
        if (mistaken is [_] && !read.Head.IsFinal && read.File.IsDraft is null)
            return new(Printed(isDraft: true), hints) { WhyDraft = Mistaken };

        var source = session.AsSource(notes.Id);
        var doubtful = await checks.FindAsync(source, insights.Insights, cancellation);
        var sheet = await register.FollowAsync(notes.Fingerprint, source, insights.Insights, cancellation);
        var edition = Printed(isDraft: false) with
        {
            Html = ContentHtml.Of($"/dokumentation/{notes.Id}", content),
            Pictures = content.Pictures,
            Materials = material,
            Content = ContentFile.Write(content.Within(LanguageTag.German)),
            Session = JsonSerializer.Serialize(session),
            Words = SearchWords.Of(session, content),
        };
        return new(edition, [.. hints, .. doubtful], sheet);

        PreparedEdition Printed(bool isDraft) =>
            new(session.Title, notes.Folder.Changed, pdf.Print(session, content, notes.Folder.Changed, isDraft));
    }
}
