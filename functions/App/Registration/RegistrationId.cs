using ThaffFunctions.Programme;

namespace ThaffFunctions.Registration;

/// <summary>
/// A registration, or an application for one: its session and its key there. In messages, links and marks it is <c>session/key</c>.
/// </summary>
public readonly record struct RegistrationId(SessionId Session, string Key)
{
    public static RegistrationId? TryParse(string? text) =>
        text?.Split('/') is [var id, { Length: > 0 } key] && SessionId.Parse(id) is { } session ? new(session, key) : null;

    /// <exception cref="FormatException">The text is something else.</exception>
    public static RegistrationId Parse(string text) =>
        TryParse(text) ?? throw new FormatException("The text is not a session and a registration's key.");

    public override string ToString() => $"{Session}/{Key}";
}
