using Azure;
using ThaffFunctions.Programme.Import;

namespace ThaffFunctions.Programme;

/// <summary>A session as stored, with the file that it was imported from.</summary>
/// <param name="Session">The session.</param>
/// <param name="File">The file in container <c>programme</c>.</param>
/// <param name="FileChanged">When that file was last changed; an older file never overwrites this row.</param>
/// <param name="ETag">The ETag of the row, for optimistic concurrency; default for a session that is not stored yet.</param>
public sealed record StoredSession(Session Session, string File, DateTimeOffset FileChanged, ETag ETag)
{
    /// <summary>In place of a file, of sessions that staff made on their pages; no file can have this name.</summary>
    public const string OfStaff = "/redaktion/termine";

    internal static readonly IReadOnlyDictionary<SessionField, string> AsFile = new Dictionary<SessionField, string>();

    /// <summary>What the file says in the fields that staff have edited since, as it is written there.</summary>
    internal IReadOnlyDictionary<SessionField, string> FileSays { get; init; } = AsFile;

    /// <summary>
    /// Staff took it out of the programme. The row stays, so that a file that still has the session does not bring it back; for everybody
    /// else it is not there.
    /// </summary>
    public bool IsDeleted { get; init; }

    public bool IsOfFile => File != OfStaff;

    /// <summary>A session that staff made: whichever file names it later is newer.</summary>
    public static StoredSession MadeByStaff(Session session) => new(session, OfStaff, DateTimeOffset.UnixEpoch, default);
}
