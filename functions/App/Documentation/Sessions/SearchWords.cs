using ThaffFunctions.NotesReading;
using ThaffFunctions.Shared.Text;

namespace ThaffFunctions.Documentation.Sessions;

/// <summary>
/// The words for the search: each word of title, focus and text once, folded. Words beyond the limit are left out; this affects only very
/// long notes.
/// </summary>
static class SearchWords
{
    /// <summary>A string property holds at most 64 KiB, which is two bytes for each letter (Azure Table Storage).</summary>
    const int MaxLetters = 32_000;

    public static string Of(SessionFacts session, NotesContent content)
    {
        HashSet<string> words = new(StringComparer.Ordinal);
        List<string> kept = [];
        var letters = 0;
        foreach (var word in BlockText.All(content.Blocks).Prepend(session.Focus).Prepend(session.Title).SelectMany(FoldedText.Words))
        {
            if (!words.Add(word)) continue;
            if ((letters += word.Length + 1) > MaxLetters) break;
            kept.Add(word);
        }

        return string.Join(' ', kept);
    }
}
