using System.Globalization;

namespace ThaffFunctions.Backups;

/// <summary>A complete backup.</summary>
/// <param name="Day">The day it was begun on, in UTC; names its folder.</param>
/// <param name="Begun">Rows may be as old as this.</param>
public sealed record BackupDay(DateOnly Day, DateTimeOffset Begun)
{
    const string Format = "yyyy-MM-dd";

    public string Name => NameOf(Day);

    public static string NameOf(DateOnly day) => day.ToString(Format, CultureInfo.InvariantCulture);

    public static DateOnly? Parse(string? name) =>
        DateOnly.TryParseExact(name, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
