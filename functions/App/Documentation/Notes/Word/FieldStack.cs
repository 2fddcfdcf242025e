using System.Text;
using DocumentFormat.OpenXml;

namespace ThaffFunctions.Documentation.Notes.Word;

/// <summary>The fields that are open while a text is read; they may begin and end in different paragraphs, and stand inside each other.</summary>
sealed class FieldStack
{
    readonly Stack<OpenField> open = new();

    /// <summary>Whether text is shown: inside of fields only their results are.</summary>
    public bool Shows => open.All(one => one.Named is { IsLeftOut: false });

    /// <summary>The same, whatever the innermost field is.</summary>
    public bool ShowsAround => open.Skip(1).All(one => one.Named is { IsLeftOut: false });

    public LinkTarget? Link => open.Select(one => one.Named?.Link).FirstOrDefault(link => link is not null);

    public void Begin(OpenXmlElement begin) => open.Push(new(begin));

    public void Instruct(string text)
    {
        if (open.TryPeek(out var field) && field.Named is null) field.Instruction.Append(text);
    }

    /// <summary>What follows is the result of this field; null if none is open.</summary>
    public Field? Separate() => open.TryPeek(out var field) ? field.Named ??= Field.Parse(field.Instruction.ToString()) : null;

    /// <summary>The field that ended, whether it had a result, and the mark it began with; null if none was open.</summary>
    public (Field Field, bool HadResult, OpenXmlElement Begin)? End() => !open.TryPop(out var field) ? null
        : (field.Named ?? Field.Parse(field.Instruction.ToString()), field.Named is not null, field.Begin);

    sealed record OpenField(OpenXmlElement Begin)
    {
        public StringBuilder Instruction { get; } = new();

        /// <summary>Not null once the result began; its object is kept, so that all text of a link is of one.</summary>
        public Field? Named { get; set; }
    }
}
