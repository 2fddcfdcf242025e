namespace ThaffFunctions.Mail.Notices;

/// <summary>Something staff have to know. No names and no addresses of third persons.</summary>
/// <param name="Key">What it is about: the same key is told once.</param>
/// <param name="Subject">One line.</param>
/// <param name="Paragraphs">What happened and what to do.</param>
/// <param name="Items">A list below them; may be empty.</param>
public sealed record StaffNotice(string Key, string Subject, IReadOnlyList<string> Paragraphs, IReadOnlyList<string> Items);
