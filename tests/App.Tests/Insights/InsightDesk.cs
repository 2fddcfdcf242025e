using ThaffFunctions.Documentation.Sessions;
using ThaffFunctions.Insights;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Tests.Documentation;

namespace ThaffFunctions.Tests.Insights;

/// <summary>What the tests of the register do and look at.</summary>
static class InsightDesk
{
    public static Session Planned(string id, string focus = "Sprachförderung", string? title = null) =>
        TestSessions.October with { Id = SessionId.Parse(id)!.Value, Focus = focus, Title = title ?? $"Termin {id}" };

    /// <summary>The entries that the register shows of a session, in order.</summary>
    public static async Task<IReadOnlyList<Insight>> EntriesAsync(this Stage stage, SessionId? session = null) =>
        await stage.Service<InsightQuery>().OfSessionsAsync([session ?? NotesDesk.Session], CancellationToken.None) is [var found]
            ? found.Insights : [];

    public static async Task<IReadOnlyList<string>> TextsAsync(this Stage stage, SessionId? session = null) =>
        [.. (await stage.EntriesAsync(session)).Select(insight => insight.Text)];

    /// <summary>Puts notes of some session and publishes them at once.</summary>
    public static async Task DocumentAsync(this Stage stage, Session session, string notes)
    {
        await stage.PlanAsync(session);
        await stage.PutAsync(Containers.Notes, $"{session.Id}/notes.md", notes);
        await stage.Service<SessionPublisher>().PublishAsync(session.Id, TimeSpan.Zero, CancellationToken.None);
    }
}
