using ThaffFunctions.Documentation.GoodPractice;
using ThaffFunctions.Documentation.Publishing;
using ThaffFunctions.Programme;

namespace ThaffFunctions.Documentation;

/// <summary>For other slices: which sessions are documented.</summary>
public sealed class DocumentationQuery(PublishedStore store)
{
    public static string PathOf(SessionId session) => $"/dokumentation/{session}";

    public async Task<bool> IsPublicAsync(SessionId session, CancellationToken cancellation) =>
        (await store.FindAsync(DocumentPath.Of(session), cancellation))?.Edition is not null;

    /// <summary>The pages of all public documentations, and of the report where there is one.</summary>
    public async Task<IReadOnlyList<(SessionId? Session, string Path, DateTimeOffset Changed)>> PublicAsync(CancellationToken cancellation)
    {
        var sessions = (await store.SessionsAsync(cancellation)).Where(entry => entry.Edition is not null && entry.Path.Session is not null)
            .Select(entry => (entry.Path.Session, PathOf(entry.Path.Session!.Value), entry.Edition!.Changed));
        var report = await store.FindAsync(ReportEditor.Path, cancellation);
        return report?.Edition is { } edition ? [.. sessions, (null, "/" + ReportEditor.Folder, edition.Changed)] : [.. sessions];
    }
}
