using ThaffFunctions.Insights.Reading;
using ThaffFunctions.NotesReading;

namespace ThaffFunctions.Documentation;

/// <summary>A documentation, made and not published yet.</summary>
/// <param name="Edition">What the entry will say.</param>
/// <param name="Pdf">The file.</param>
/// <param name="Html">The content of its page.</param>
/// <param name="Content">What page and PDF are made of; the year's volume is too.</param>
/// <param name="Insights">What goes into the register.</param>
/// <param name="Words">What it is found by.</param>
public sealed record Proof(
    Edition Edition, byte[] Pdf, string Html, NotesContent Content, IReadOnlyList<NotedInsight> Insights, string Words);
