using System.Text.Json;
using ThaffFunctions.Documentation.Publishing;
using ThaffFunctions.Programme;

namespace ThaffFunctions.Documentation.Sessions;

/// <summary>The published documentation of a session.</summary>
public sealed record PublishedDocumentation(SessionId Id, Edition Edition, SessionFacts Session, DateTimeOffset FirstPublished)
{
    /// <summary>When its content last changed, or when it was first published if that was later.</summary>
    public DateTimeOffset Updated => Edition.Changed > FirstPublished ? Edition.Changed : FirstPublished;

    internal static PublishedDocumentation Of(DocumentEntry entry) => new(
        entry.Path.Session!.Value,
        entry.Edition!,
        JsonSerializer.Deserialize<SessionFacts>(entry.Edition!.Session!)!,
        entry.FirstPublished!.Value);

    /// <summary>The published documentations among these entries, the earliest session first.</summary>
    internal static IReadOnlyList<PublishedDocumentation> Of(IEnumerable<DocumentEntry> sessions) =>
    [
        .. sessions.Where(entry => entry.Edition is not null).Select(Of)
            .OrderBy(documentation => documentation.Session.Start).ThenBy(documentation => documentation.Id.Value, StringComparer.Ordinal),
    ];
}
