using System.Text.RegularExpressions;

namespace ThaffFunctions.NotesReading.Lists;

/// <summary>
/// Recognises dates at the beginning of a line. "3. Mai" and "17. 06. 2027" look like items of a numbered list, but their numbers must not
/// be counted.
/// </summary>
static partial class Dates
{
    const string Months =
        "januar|jänner|january|februar|feber|february|märz|maerz|march|april|mai|may|juni|june|juli|july|august|september|oktober|october|november|dezember|december";

    /// <summary>Some are names or words as well, so that a date must go on after them.</summary>
    const string ShortMonths = "jan|jän|feb|febr|mär|mrz|mar|apr|jun|jul|aug|sep|sept|okt|oct|nov|dez|dec";

    /// <summary>More days of the same month or period may stand between the first one and the month.</summary>
    const string Days = @"[0-9]{1,2}\.\s*(?:(?:und|and|oder|or|bis|to|sowie|u\.|[-–—/+&,])\s*[0-9]{1,2}\.\s*)*";

    const string Pattern = $@"^\s*{Days}(?:(?:{Months})(?:[^\p{{L}}-]|-\s|$)|(?:{ShortMonths})(?:[.:,/–—]|\s+[0-9(–-]|\s*$)|[0-9]{{1,2}}\.)";

    /// <summary>Between a date and the colon after it may stand a year, a time or a place.</summary>
    const int MaxLetters = 30;

    /// <summary>Whether a line begins with a day and a month: "3. Mai", "3. Sept.:", "3. und 4. Mai", "17. 06.".</summary>
    public static bool Begin(ReadOnlySpan<char> line) => Day().IsMatch(line);

    /// <summary>Whether a line is an entry of a schedule: a date, then a colon or dash.</summary>
    public static bool BeginEntry(ReadOnlySpan<char> line)
    {
        foreach (var date in Day().EnumerateMatches(line))
        {
            var rest = line[(date.Index + date.Length - 1)..];
            return rest[..Math.Min(rest.Length, MaxLetters)].IndexOfAny(":–—!?") is >= 0 and var end && rest[end] is not ('!' or '?');
        }

        return false;
    }

    [GeneratedRegex(Pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Day();
}
