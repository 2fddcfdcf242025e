using System.Globalization;

namespace ThaffFunctions.NotesReading;

static class German
{
    /// <summary>Numbers and dates of charts are written as German readers expect them.</summary>
    public static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("de-DE");
}
