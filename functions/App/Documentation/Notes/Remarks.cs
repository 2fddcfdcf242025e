using ThaffFunctions.Shared.Failures;

namespace ThaffFunctions.Documentation.Notes;

/// <summary>What staff should know about notes: problems keep them from being published, hints do not.</summary>
public sealed class Remarks
{
    readonly List<FileProblem> problems = [];
    readonly List<FileProblem> hints = [];

    public IReadOnlyList<FileProblem> Problems => problems;

    public IReadOnlyList<FileProblem> Hints => hints;

    public void Refuse(int? line, string text) => problems.Add(new(line, null, text));

    public void Refuse(int? line, string field, string text) => problems.Add(new(line, field, text));

    public void Hint(int? line, string text) => hints.Add(new(line, null, text));
}
