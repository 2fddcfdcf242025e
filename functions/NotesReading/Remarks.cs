using System.Globalization;

namespace ThaffFunctions.NotesReading;

/// <summary>Collects what staff should know about notes. Notes with a problem are not published; hints prevent nothing.</summary>
public sealed class Remarks
{
    const string Likewise = " Ebenso: ";

    /// <summary>Places that are named besides the first.</summary>
    const int MostPlaces = 3;

    readonly List<Remark> problems = [];
    readonly List<Remark> hints = [];
    readonly HashSet<string> kinds = [];
    readonly Dictionary<string, (int Index, List<string> Places)> told = [];

    public IReadOnlyList<Remark> Problems => problems;

    public IReadOnlyList<Remark> Hints => hints;

    public void Refuse(int? line, string text) => problems.Add(new(line, null, text));

    public void Refuse(int? line, string field, string text) => problems.Add(new(line, field, text));

    /// <summary>A hint. The same one for further lines is one hint that names them.</summary>
    public void Hint(int? line, string text) =>
        Gather(new(line, null, text), text, line is { } known ? string.Create(CultureInfo.InvariantCulture, $"Zeile {known}") : "");

    /// <summary>A hint about a place of a format without lines, likewise.</summary>
    public void HintAt(string place, string text) => Gather(new(null, null, $"{place}: {text}"), text, place);

    void Gather(Remark hint, string text, string place)
    {
        if (!told.TryGetValue(text, out var known))
        {
            told[text] = (hints.Count, [place]);
            hints.Add(hint);
        }
        else if (!known.Places.Contains(place))
        {
            known.Places.Add(place);
            var first = hints[known.Index];
            var start = known.Places.Count == 2 ? first.Text : first.Text[..first.Text.LastIndexOf(Likewise, StringComparison.Ordinal)];
            var others = known.Places.Skip(1).ToList();
            var more = (others.Count - MostPlaces) switch
            {
                <= 0 => "",
                1 => " und eine weitere Stelle",
                var count => string.Create(CultureInfo.InvariantCulture, $" und {count} weitere Stellen"),
            };
            hints[known.Index] = first with { Text = $"{start}{Likewise}{string.Join("; ", others.Take(MostPlaces))}{more}." };
        }
    }

    /// <summary>A hint that is told only for the first place of its kind.</summary>
    public void HintFirst(string kind, int? line, string text)
    {
        if (kinds.Add(kind)) Hint(line, text);
    }
}
