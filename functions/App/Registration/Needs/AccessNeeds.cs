using ThaffFunctions.Shared;

namespace ThaffFunctions.Registration.Needs;

/// <summary>
/// What somebody needs to take part. It tells nothing of why: nobody asks for that. It is erased with the registration.
/// </summary>
/// <param name="Kinds">Keys of <see cref="All"/>, joined by <c>;</c>.</param>
/// <param name="Other">In their own words; may be empty.</param>
public sealed record AccessNeeds(string Kinds, string Other)
{
    const string StepFree = "stufenlos";

    public static readonly IReadOnlyList<(string Key, Bilingual Name)> All =
    [
        ("gebaerdensprache", new("Dolmetschen in Deutsche Gebärdensprache", "Interpreting into German Sign Language")),
        ("untertitel", new("Schriftdolmetschen oder Untertitel", "Speech-to-text interpreting or captions")),
        (StepFree, new("Stufenloser Zugang", "Step-free access")),
        ("dolmetschen", new("Dolmetschen in eine andere Sprache (bitte unten nennen)",
            "Interpreting into another language (please name it below)")),
    ];

    public static readonly AccessNeeds None = new("", "");

    /// <summary>What a form offers: no way into a house where there is none, unless somebody has asked for it already.</summary>
    public static IEnumerable<(string Key, Bilingual Name)> OfferedAt(bool isOnlineOnly, IReadOnlyList<string> chosen) =>
        All.Where(need => !isOnlineOnly || need.Key != StepFree || chosen.Contains(need.Key));

    public bool Any => this != None;

    /// <summary>In German words, for staff.</summary>
    public string Words => WordsIn(Language.German);

    public string WordsIn(Language language) =>
        string.Join("; ", [.. NamesOf(Kinds, language), .. Other.Length > 0 ? [Other] : Array.Empty<string>()]);

    public static AccessNeeds Of(IEnumerable<string> kinds, string other) =>
        new(string.Join(';', All.Select(kind => kind.Key).Intersect(kinds)), other);

    public static bool IsKnown(string kind) => All.Any(known => known.Key == kind);

    public IReadOnlyList<string> List => Kinds.Split(';', StringSplitOptions.RemoveEmptyEntries);

    static IEnumerable<string> NamesOf(string kinds, Language language) =>
        All.Where(kind => kinds.Split(';').Contains(kind.Key)).Select(kind => language.Say(kind.Name).Split(" (")[0]);
}
