using AccessiblePdf.Model;

namespace ThaffFunctions.Documentation.Html;

/// <summary>The direction of the element being written, which those inside it take over.</summary>
/// <param name="isRightToLeft">That of the whole document.</param>
sealed class HtmlDirection(bool isRightToLeft)
{
    bool isRightToLeft = isRightToLeft;

    /// <summary>Writes an element with the dir attribute that it needs; empty if it goes the way of what is around it.</summary>
    public void Within(Block block, Action<string> write)
    {
        var around = isRightToLeft;
        isRightToLeft = TextDirection.IsRightToLeft(block) ?? around;
        write(isRightToLeft == around ? "" : AttributeOf(isRightToLeft));
        isRightToLeft = around;
    }

    public static string AttributeOf(bool isRightToLeft) => isRightToLeft ? " dir=\"rtl\"" : " dir=\"ltr\"";
}
