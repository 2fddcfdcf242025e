using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Text;

namespace ThaffFunctions.Insights.Reading;

/// <summary>Reads the sectors after <c>Branche:</c>, given by name, by key or by a word of the name.</summary>
static class SectorNames
{
    const int ShortestWord = 4;

    /// <summary>Common words for sectors that are not part of a sector's name.</summary>
    static readonly Dictionary<string, string> Others = new()
    {
        ["pflege"] = "gesundheit-soziales",
        ["gastronomie"] = "gastgewerbe",
        ["hotellerie"] = "gastgewerbe",
        ["landwirtschaft"] = "land-forst",
        ["verwaltung"] = "oeffentlicher-dienst",
    };

    public static Mark Read(string text)
    {
        List<Sector> found = [];
        foreach (var name in NamesIn(text.Trim().TrimEnd('.')))
        {
            if (Find(name) is not { } sector)
                return new Mark.Unclear($"Die Branche „{name}“ ist nicht bekannt. Bekannt "
                    + $"sind: {string.Join("; ", Sector.All.Select(known => known.Name))}.");

            found.Add(sector);
        }

        return found.Count > 0 ? new Mark.Concerns([.. found.Distinct()]) : new Mark.Unclear("Hinter „Branche:“ fehlt die Branche.");
    }

    /// <summary>
    /// Splits the text into names. Names contain commas and "und" themselves, so the longest possible names are tried first.
    /// </summary>
    static IEnumerable<string> NamesIn(string text) =>
        text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).SelectMany(part =>
        Find(part) is not null ? [part]
            : part.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).SelectMany(piece =>
            Find(piece) is not null ? [piece]
                : piece.Split(" und ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)));

    static Sector? Find(string name)
    {
        var words = FoldedText.Words(name);
        var key = string.Join('-', words);
        return Sector.All.FirstOrDefault(sector => sector.Key == key || FoldedText.Words(sector.Name).SequenceEqual(words))
            ?? Sector.Find(Others.GetValueOrDefault(key))
            ?? (words is [{ Length: >= ShortestWord } word] && ByWord(word) is [var only] ? only : null);
    }

    static List<Sector> ByWord(string word) =>
        [.. Sector.All.Where(sector => FoldedText.Words(sector.Name).Any(part => part.StartsWith(word, StringComparison.Ordinal)))];
}
