using DocumentFormat.OpenXml;
using ThaffFunctions.Shared;

namespace ThaffFunctions.Documentation.Notes.Word;

/// <summary>How a chart writes its numbers, as far as it means something: per cent, dates, places after the comma (ISO/IEC 29500-1, 18.8.31).</summary>
/// <param name="IsPercent">1 is 100 %.</param>
/// <param name="Date">How a day is written; null for numbers.</param>
/// <param name="Places">After the comma; null: as many as there are.</param>
sealed record ChartFormat(bool IsPercent, string? Date, int? Places)
{
    const int MaxPlaces = 6;

    /// <summary>Days that can be written (DateTime.FromOADate).</summary>
    const double FirstDay = 1, LastDay = 2_958_465;

    public static ChartFormat Of(OpenXmlElement? data)
    {
        var code = data.Below("formatCode")?.InnerText.ToLowerInvariant() ?? "general";
        var isNumber = code.AsSpan().ContainsAny('0', '#') || code is "general" or "standard";
        var point = code.IndexOf('.', StringComparison.Ordinal);
        return new(
            code.Contains('%', StringComparison.Ordinal),
            isNumber ? null : (code.Contains('d', StringComparison.Ordinal), code.Contains('m', StringComparison.Ordinal), code.Contains('y', StringComparison.Ordinal)) switch
            {
                (true, true, _) => "d.M.yyyy",
                (false, true, true) => "MMMM yyyy",
                (_, false, true) => "yyyy",
                _ => null,
            },
            !isNumber || code is "general" or "standard" ? null : point < 0 ? 0 : code[(point + 1)..].TakeWhile(letter => letter is '0' or '#').Count());
    }

    public string Write(double number)
    {
        if (Date is not null && number is >= FirstDay and <= LastDay) return DateTime.FromOADate(number).ToString(Date, Berlin.German);

        var places = Math.Min(Places ?? MaxPlaces, MaxPlaces);
        var text = (IsPercent ? number * 100 : number).ToString($"#,0.{new string(Places is null ? '#' : '0', places)}", Berlin.German);
        return IsPercent ? $"{text}\u00A0%" : text;
    }
}
