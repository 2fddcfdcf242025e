using System.Globalization;
using System.Text.RegularExpressions;

namespace ThaffFunctions.Faults.Tests;

/// <summary>
/// The table of what was tried and how it came out, as Markdown. Where <c>FAULTS</c> asks for many steps, its rows are added to
/// <c>.local/faults.md</c> too: the test runner shows nothing of a test that succeeds.
/// </summary>
static partial class FaultTable
{
    const string Head = "| | what goes wrong | steps | tried | lost | doubled | not finished |\n|---|---|---:|---:|---:|---:|---:|\n";

    static readonly string s_file = Path.Combine(Path.GetDirectoryName(BuiltFiles.Settings)!, ".local", "faults.md");

    /// <returns>The row.</returns>
    public static string Add(string scenario, Fault fault, int steps, int tried, Outcome outcome, int unfinished)
    {
        var row = string.Create(CultureInfo.InvariantCulture,
            $"| {scenario} | {Words(fault)} | {steps} | {tried} | {outcome.Lost} | {outcome.Doubled} | {unfinished} |");
        if (StepChoice.IsAsked)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(s_file)!);
            File.AppendAllText(s_file, $"{(File.Exists(s_file) ? "" : Head)}{row}\n");
        }

        return $"{row} seed {StepChoice.Seed}";
    }

    static string Words(Fault fault) => Capital().Replace($"{fault}", " $0").Trim().ToLowerInvariant();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();
}
