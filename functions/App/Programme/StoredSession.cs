using Azure;

namespace ThaffFunctions.Programme;

/// <summary>A session with the file it came from and how that file stood.</summary>
/// <param name="Session">The session.</param>
/// <param name="File">The file in container <c>programme</c>.</param>
/// <param name="FileChanged">When that file was put there; an older one never overwrites this row.</param>
/// <param name="ETag">Guards the row; default for a session that is not stored yet.</param>
public sealed record StoredSession(Session Session, string File, DateTimeOffset FileChanged, ETag ETag);
