using System.Globalization;

namespace ThaffFunctions.NotesReading.Word;

/// <summary>Collects remarks about a Word file together with their place: after which heading, in which paragraph.</summary>
sealed class WordRemarks(Remarks remarks)
{
    /// <summary>Enough of a heading to recognise it.</summary>
    const int MaxHeading = 60;

    readonly Stack<string> inside = new();
    readonly HashSet<string> said = [];
    string heading = "";
    int paragraph;

    public void Enter(string what) => inside.Push(what);

    public void Leave() => inside.Pop();

    public void PassHeading(string text) => (heading, paragraph) = (Cut.To(text, MaxHeading), 0);

    public void PassParagraph() => paragraph += inside.Count == 0 ? 1 : 0;

    /// <summary>A problem, which prevents publishing.</summary>
    public void Refuse(string text) => remarks.Refuse(null, $"{Place()}: {text}");

    /// <summary>A hint that may be repeated for another place.</summary>
    public void Hint(string text) => remarks.HintAt(Place(), text);

    /// <summary>A hint that is told only for the first place of its kind.</summary>
    public void HintFirst(string kind, string text) => remarks.HintFirst(kind, null, $"{Place()}: {text}");

    /// <summary>A hint about the whole file, told once.</summary>
    public void HintOnce(string text)
    {
        if (said.Add(text)) remarks.Hint(null, text);
    }

    /// <summary>Tells that the table of contents was left out; the document gets its own.</summary>
    public void TellContents()
    {
        ContentsLeftOut++;
        HintOnce("Das Inhaltsverzeichnis wurde weggelassen; lange Dokumente bekommen ein eigenes.");
    }

    /// <summary>How often a part of it was found so far.</summary>
    public int ContentsLeftOut { get; private set; }

    public bool LeavesContentsOut => ContentsLeftOut > 0;

    /// <summary>Counts one more list of figures, tables or keywords that was left out.</summary>
    public void LeaveListOut() => ListsLeftOut++;

    public int ListsLeftOut { get; private set; }

    /// <summary>What is being read, for people.</summary>
    public string Place()
    {
        var start = heading.Length > 0 ? $"Nach der Überschrift „{heading}“" : "Am Anfang";
        var count = paragraph > 0 ? string.Create(CultureInfo.InvariantCulture, $", Absatz {paragraph}") : "";
        return start + count + string.Concat(inside.Reverse().Select(what => $", {what}"));
    }
}
