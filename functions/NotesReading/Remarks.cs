
namespace ThaffFunctions.NotesReading;

/// <summary>Collects what staff should know about notes. Notes with a problem are not published; hints prevent nothing.</summary>
public sealed class Remarks
{
    readonly List<Remark> problems = [];
    readonly List<Remark> hints = [];

    public IReadOnlyList<Remark> Problems => problems;

    public IReadOnlyList<Remark> Hints => hints;

    public void Refuse(int? line, string text) => problems.Add(new(line, null, text));

    public void Refuse(int? line, string field, string text) => problems.Add(new(line, field, text));

    public void Hint(int? line, string text) => hints.Add(new(line, null, text));
}
