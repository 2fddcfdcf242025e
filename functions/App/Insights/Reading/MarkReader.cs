using System.Globalization;
using System.Text.RegularExpressions;
using ThaffFunctions.NotesReading;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Insights.Reading;

/// <summary>
/// Finds the marks in a line. A mark is a line of its own or follows other text, because line breaks of the file may have become spaces.
/// </summary>
static partial class MarkReader
{
    const int MaxLettersOfRecipient = 200;
    const int MaxLettersOfAnswer = 500;

    static readonly string[] Dates = ["d.M.yyyy", "d. M. yyyy", "d.M. yyyy", "yyyy-M-d", "d. MMMM yyyy", "d.MMMM yyyy", "d. MMM yyyy"];

    /// <summary>The text of the line without marks (empty if there are only marks), and the marks.</summary>
    public static (string Text, IReadOnlyList<Mark> Marks) Read(string line)
    {
        line = Spaces().Replace(line, " "); // avoids backtracking over long runs of spaces in the expressions below
        var starts = Start().Matches(line);
        var ends = starts.Skip(1).Select(next => next.Index).Append(line.Length);
        var found = starts.Zip(ends, (start, end) => (Start: start, Mark: MarkOf(line[start.Index..end].Trim())))
            .SkipWhile(candidate => candidate.Start.Groups["amid"].Success && candidate.Mark is Mark.Unclear)
            .ToList();
        return found.Count == 0 ? (line.Trim(), []) : (line[..found[0].Start.Index].Trim(), [.. found.Select(candidate => candidate.Mark)]);
    }

    static Mark MarkOf(string text) => char.ToLowerInvariant(text[0]) switch
    {
        'w' => PassedOf(text),
        's' => new Mark.OpenAgain(),
        'b' when text.StartsWith("Branche", StringComparison.OrdinalIgnoreCase) =>
            SectorNames.Read(text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..]),
        _ => AnsweredOf(text),
    };

    static Mark PassedOf(string text) =>
        Passed().Match(text) is { Success: true } match && DateOf(match.Groups["on"].Value) is { } on
            ? new Mark.Passed(new(Cut.To(match.Groups["to"].Value.Trim(), MaxLettersOfRecipient), on))
            : new Mark.Unclear($"„{text}“ ist nicht zu verstehen. Erwartet wird „Weitergegeben an … am 03.04.2027“.");

    static Mark AnsweredOf(string text)
    {
        const string expected = "Erwartet wird „Beantwortet: …“, „Beantwortet am 03.04.2027: …“ oder „Beantwortet im Termin "
            + "2027-05-kennung“.";
        if (Answered().Match(text) is not { Success: true } match) return new Mark.Unclear($"„{text}“ ist nicht zu verstehen. {expected}");

        var (when, where, what) = (match.Groups["on"].Value, match.Groups["session"].Value, match.Groups["text"].Value.Trim());
        if (when.Length > 0 && DateOf(when) is null) return new Mark.Unclear($"„{when}“ ist kein Datum. {expected}");
        if (where.Length > 0 && SessionId.Parse(where) is null)
            return new Mark.Unclear($"„{where}“ ist keine Kennung eines Termins. {expected}");
        if (where.Length == 0 && what.Length == 0) return new Mark.Unclear($"Bei „{text}“ fehlt die Antwort. {expected}");

        return new Mark.Answered(new(what.Length > 0 ? Cut.To(what, MaxLettersOfAnswer) : null, SessionId.Parse(where), DateOf(when)));
    }

    static DateOnly? DateOf(string text) =>
        DateOnly.TryParseExact(text.Trim(), Dates, Berlin.German, DateTimeStyles.AllowWhiteSpaces, out var date) && date.Year >= 2000 ? date
            : null;

    const string Date = @"[0-9]{1,2}\.\s?[0-9]{1,2}\.\s?[0-9]{2,4}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2}\.\s?\p{L}+\.?\s[0-9]{4}";

    [GeneratedRegex(@"\s{2,}")]
    private static partial Regex Spaces();

    /// <summary>
    /// The start of a mark: at the beginning of the line, after the end of a sentence, or between other words if it begins with a capital
    /// letter.
    /// </summary>
    [GeneratedRegex(
        @"(?:^\s*|(?<=[.?!:…“”""’)\]]\s+))(?:weiter(?:gegeben|geleitet)\s+(?:an|am)\s|beantwortet(?=\s*[:.]|\s*$|\s+(?:am|vom|im|in)\s)|antwort(?=\s*:|\s+vom\s)|stand:\s*offen\b\.?|branchen?:)"
        + @"|(?<=\s)(?<amid>(?-i:Weiter(?:gegeben|geleitet)\s+(?:an|am)\s|Beantwortet(?=\s*:|\s+(?:am|im)\s)|Branchen?:))",
        RegexOptions.IgnoreCase)]
    private static partial Regex Start();

    [GeneratedRegex($@"^\w+\s+(?:an\s+(?<to>.+)\s+am\s+(?<on>{Date})|am\s+(?<on>{Date}),?\s+an\s+(?<to>.+?))\s*\.?$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Passed();

    [GeneratedRegex(
        $@"^\w+(?:\s+(?:am|vom)\s+(?<on>{Date}))?(?:\s+(?:im|in|beim)(?:\s+(?:der|dem))?(?:\s+(?:Termin|Sitzung|Praxisaustausch))?\s+„?(?<session>[^\s:“]+?)“?)?(?:\s+am\s+(?<on>{Date}))?\s*(?:[:.]\s*(?<text>.*))?$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Answered();
}
