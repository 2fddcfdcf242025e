using AccessiblePdf.Model;

namespace ThaffFunctions.Documentation.Notes;

/// <summary>What a folder has for the cover of its document.</summary>
/// <param name="Figure">The picture; null if there is none that can be printed.</param>
/// <param name="Problems">Why a file cannot be printed.</param>
public sealed record Logo(Figure? Figure, IReadOnlyList<FileRemark> Problems)
{
    public static readonly Logo None = new(null, []);

    /// <summary>As hints on the document.</summary>
    public IEnumerable<string> Hints => Problems.Select(problem => $"{problem.File.Name}: {problem.Problem}");
}
