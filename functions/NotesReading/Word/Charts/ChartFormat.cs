using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using ThaffFunctions.NotesReading.Word.Package;

namespace ThaffFunctions.NotesReading.Word.Charts;

/// <summary>The number format of a chart, as far as it matters: percent, dates, decimal places (ISO/IEC 29500-1, 18.8.31).</summary>
/// <param name="IsPercent">1 means 100 %.</param>
/// <param name="Date">The format of dates; null for numbers.</param>
/// <param name="Places">Decimal places; null for as many as needed.</param>
/// <param name="Chart">How the chart writes.</param>
sealed partial record ChartFormat(bool IsPercent, string? Date, int? Places, ChartWriting Chart)
{
    const int MaxPlaces = 6;

    /// <summary>The range of DateTime.FromOADate.</summary>
    const double FirstDay = 1, LastDay = 2_958_465;

    /// <summary>The days between the two date systems (18.17.4.1).</summary>
    const int DaysTo1904 = 1462;

    public static ChartFormat Of(OpenXmlElement? data, ChartWriting chart)
    {
        var code = Letters().Replace(data.Below("formatCode")?.InnerText ?? "general", "").ToLowerInvariant();
        var isGeneral = code is "general" or "standard";
        var isNumber = isGeneral || code.AsSpan().ContainsAny('0', '#');
        var point = code.IndexOf('.', StringComparison.Ordinal);
        return new(
            code.Contains('%', StringComparison.Ordinal),
            isNumber ? null : DateIn(code, chart.Words),
            !isNumber || isGeneral ? null : point < 0 ? 0 : code[(point + 1)..].TakeWhile(letter => letter is '0' or '#').Count(),
            chart);
    }

    public string Write(double number)
    {
        var day = Chart.CountsFrom1904 ? number + DaysTo1904 : number;
        if (Date is not null && day is >= FirstDay and <= LastDay) return DateTime.FromOADate(day).ToString(Date, Chart.Words.Culture);

        var places = Math.Min(Places ?? MaxPlaces, MaxPlaces);
        var text = (IsPercent ? number * 100 : number).ToString($"#,0.{new string(Places is null ? '#' : '0', places)}",
            Chart.Words.Culture);
        return IsPercent ? $"{text}\u00A0%" : text;
    }

    /// <summary>Next to hours or seconds an m means minutes.</summary>
    static string? DateIn(string code, ChartVocabulary words) =>
        (Has(code, 'd'), Has(code, 'm'), Has(code, 'y'), Has(code, 'h') || Has(code, 's')) switch
        {
            (true, true, _, _) => words.Date,
            (true, false, false, _) => code.Contains("ddd", StringComparison.Ordinal) ? "dddd" : "%d",
            (false, true, true, _) => "MMMM yyyy",
            (_, false, true, _) => "yyyy",
            (false, true, false, false) => "MMMM",
            _ => null,
        };

    static bool Has(string code, char letter) => code.Contains(letter, StringComparison.Ordinal);

    /// <summary>Literal text, and codes for languages and colours; not elapsed times ("[h]").</summary>
    [GeneratedRegex(@"\[(?!h+\]|m+\]|s+\])[^\]]*\]|""[^""]*""|\\.|_.|\*.", RegexOptions.IgnoreCase)]
    private static partial Regex Letters();
}
