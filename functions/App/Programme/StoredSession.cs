using Azure;

namespace ThaffFunctions.Programme;

/// <summary>A session as stored, with the file that it was imported from.</summary>
/// <param name="Session">The session.</param>
/// <param name="File">The file in container <c>programme</c>.</param>
/// <param name="FileChanged">When that file was last changed; an older file never overwrites this row.</param>
/// <param name="ETag">The ETag of the row, for optimistic concurrency; default for a session that is not stored yet.</param>
public sealed record StoredSession(Session Session, string File, DateTimeOffset FileChanged, ETag ETag);
