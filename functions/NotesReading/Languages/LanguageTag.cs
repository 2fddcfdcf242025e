using System.Text.RegularExpressions;

namespace ThaffFunctions.NotesReading.Languages;

/// <summary>Tags of natural languages such as <c>de-DE</c> or <c>en</c> (BCP 47).</summary>
public static partial class LanguageTag
{
    /// <summary>The language of notes that name none.</summary>
    public const string German = "de-DE";

    public const string English = "en";

    /// <summary>What files write for "no language" (ISO 639-2, and Word's own).</summary>
    static readonly string[] NoLanguage = ["zxx", "und", "mul", "mis", "x"];

    /// <summary>null if it is no tag, or one that stands for no language.</summary>
    public static string? Parse(string? written) =>
        written is not null && Tag().IsMatch(written) && !NoLanguage.Contains(PrimaryOf(written)) ? written : null;

    /// <summary>Whether both are read aloud by the same rules; regions do not count.</summary>
    public static bool AreSame(string one, string other) => PrimaryOf(one) == PrimaryOf(other);

    static string PrimaryOf(string tag) => tag.Split('-')[0].ToLowerInvariant();

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
