
namespace ThaffFunctions.NotesReading;

/// <summary>Collects what staff should know about notes. Notes with a problem are not published; hints prevent nothing.</summary>
public sealed class Remarks
{
    readonly List<Remark> problems = [];
    readonly List<Remark> hints = [];
    readonly HashSet<string> kinds = [];

    public IReadOnlyList<Remark> Problems => problems;

    public IReadOnlyList<Remark> Hints => hints;

    public void Refuse(int? line, string text) => problems.Add(new(line, null, text));

    public void Refuse(int? line, string field, string text) => problems.Add(new(line, field, text));

    public void Hint(int? line, string text) => hints.Add(new(line, null, text));

    /// <summary>A hint that is told only for the first place of its kind.</summary>
    public void HintFirst(string kind, int? line, string text)
    {
        if (kinds.Add(kind)) Hint(line, text);
    }
}
