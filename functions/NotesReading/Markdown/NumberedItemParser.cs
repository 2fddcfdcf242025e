using Markdig.Parsers;
using ThaffFunctions.NotesReading.Lists;

namespace ThaffFunctions.NotesReading.Markdown;

/// <summary>
/// Parses the number before an item of a list. A date is text, and so is a number with a leading zero, which nobody writes before items.
/// </summary>
sealed class NumberedItemParser : NumberedListItemParser
{
    public override bool TryParse(BlockProcessor state, char pendingBulletType, out ListInfo result)
    {
        var line = state.Line.AsSpan();
        if (line is not (['0', >= '0' and <= '9', ..]) && !Dates.Begin(line)) return base.TryParse(state, pendingBulletType, out result);

        result = default;
        return false;
    }
}
