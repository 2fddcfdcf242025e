using System.Globalization;
using ThaffFunctions.Shared.Time;
using ThaffFunctions.Shared.Web.Forms;

namespace ThaffFunctions.Insights.Staff;

/// <summary>What became of a question or concern, as it was typed, right or wrong. Days are written as browsers post them.</summary>
/// <param name="PassedTo">The office or committee.</param>
/// <param name="PassedOn">The day.</param>
/// <param name="AnswerBy">Until when an answer is expected.</param>
/// <param name="Answer">Its text.</param>
/// <param name="AnsweredBy">Who gave it.</param>
/// <param name="AnsweredOn">The day.</param>
public sealed record ProgressFields(
    string PassedTo, string PassedOn, string AnswerBy, string Answer, string AnsweredBy, string AnsweredOn)
{
    const int LongestLine = 200;
    const int LongestAnswer = 500;
    const string DayFormat = "yyyy-MM-dd";

    public static ProgressFields Of(Progress recorded) => new(
        recorded.Passed?.To ?? "", Written(recorded.Passed?.On), Written(recorded.Passed?.AnswerBy), recorded.Answer?.Text ?? "",
        recorded.Answer?.By ?? "", Written(recorded.Answer?.On));

    /// <param name="raised">The day of the session.</param>
    /// <param name="today">Nothing was done later.</param>
    /// <param name="noted">What the notes say.</param>
    public (Progress Recorded, FieldProblems Problems) Check(DateOnly raised, DateOnly today, Progress noted)
    {
        var problems = new FieldProblems();
        var (to, text, by) = (PassedTo.Trim(), Answer.Trim(), AnsweredBy.Trim());
        CheckLine(problems, "passedTo", to);
        var passedOn = CheckDay(problems, "passedOn", PassedOn, raised, today);
        var answerBy = CheckDay(problems, "answerBy", AnswerBy, passedOn ?? raised, DateOnly.MaxValue);
        if (to.Length == 0 && (passedOn is not null || answerBy is not null)) problems.Add("passedTo", "Bitte geben Sie an, an wen weitergegeben wurde.");
        if (to.Length > 0 && PassedOn.Trim().Length == 0) problems.Add("passedOn", "Bitte geben Sie den Tag an, an dem weitergegeben wurde.");

        if (text.Length > LongestAnswer) problems.Add("answer", $"Die Antwort hat höchstens {LongestAnswer} Zeichen.");
        CheckLine(problems, "answeredBy", by);
        var answeredOn = CheckDay(problems, "answeredOn", AnsweredOn, raised, today);
        if (answeredOn >= raised && new[] { passedOn, noted.Passed?.On }.Max() is { } asked && answeredOn < asked)
            problems.Add("answeredOn", $"Dieser Tag liegt vor der Weitergabe am {asked.ToString("d. MMMM yyyy", Berlin.German)}.");
        if (text.Length == 0 && (by.Length > 0 || answeredOn is not null)) problems.Add("answer", "Bitte geben Sie die Antwort an.");
        if (text.Length > 0 && AnsweredOn.Trim().Length == 0) problems.Add("answeredOn", "Bitte geben Sie den Tag der Antwort an.");

        return (problems.Any ? Progress.None : new(
            to.Length > 0 ? new PassedOn(to, passedOn!.Value) { AnswerBy = answerBy } : null,
            text.Length > 0 ? new Answer(text, null, answeredOn) { By = by.Length > 0 ? by : null } : null), problems);
    }

    static void CheckLine(FieldProblems problems, string field, string text)
    {
        if (text.Length > LongestLine || text.Any(char.IsControl)) problems.Add(field, $"Erwartet wird eine Zeile mit höchstens {LongestLine} Zeichen.");
    }

    static DateOnly? CheckDay(FieldProblems problems, string field, string typed, DateOnly first, DateOnly last)
    {
        if (typed.Trim().Length == 0) return null;
        if (!DateOnly.TryParseExact(typed.Trim(), DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            problems.Add(field, "Erwartet wird ein Tag.");
            return null;
        }

        if (day < first) problems.Add(field, $"Möglich ist ein Tag ab dem {first.ToString("d. MMMM yyyy", Berlin.German)}.");
        if (day > last) problems.Add(field, "Dieser Tag kommt erst noch.");
        return day;
    }

    static string Written(DateOnly? day) => day?.ToString(DayFormat, CultureInfo.InvariantCulture) ?? "";
}
