namespace ThaffFunctions.Programme;

/// <summary>
/// <c>YYYY-MM-slug</c>: lower-case letters, digits and hyphens, at most 60 characters; partition key, path and file name.
/// </summary>
public readonly partial record struct SessionId
{
    SessionId(string value) => Value = value;

    public string Value { get; }

    /// <summary>The year of the identifier; the documentation is filed under it.</summary>
    public int Year => int.Parse(Value.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture);

    public override string ToString() => Value;

    public static SessionId? Parse(string? text) => text is { Length: <= 60 } && Form().IsMatch(text) ? new SessionId(text) : null;

    [System.Text.RegularExpressions.GeneratedRegex("^20[0-9]{2}-(0[1-9]|1[0-2])-[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial System.Text.RegularExpressions.Regex Form();
}
