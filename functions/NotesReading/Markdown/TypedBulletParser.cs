using Markdig.Parsers;

namespace ThaffFunctions.NotesReading.Markdown;

/// <summary>Parses bullets that word processors write. A dash may be one within a sentence, and counts beside another.</summary>
sealed class TypedBulletParser : UnorderedListItemParser
{
    const string Bullets = "•·▪■●○◦‣➢", Dashes = "–—";

    public TypedBulletParser() => OpeningCharacters = [.. Bullets, .. Dashes];

    public override bool TryParse(BlockProcessor state, char pendingBulletType, out ListInfo result)
    {
        result = default;
        return (Bullets.Contains(state.CurrentChar, StringComparison.Ordinal) || TypedRows.HoldSign(state.Line))
            && base.TryParse(state, pendingBulletType, out result);
    }
}
