using AccessiblePdf.Model;
using ThaffFunctions.NotesReading.Word.Fields;

namespace ThaffFunctions.NotesReading.Word.Text;

/// <summary>A part of a paragraph: either text with its link, or a block.</summary>
/// <param name="Text">Text; null for a block.</param>
/// <param name="Link">The target of the text or picture.</param>
/// <param name="Block">A block that splits the paragraph, such as a picture.</param>
/// <param name="Floats">The block stands beside the paragraph and does not split it.</param>
readonly record struct Part(Inline? Text, LinkTarget? Link, Block? Block, bool Floats)
{
    public static Part Of(Inline text, LinkTarget? link = null) => new(text, link, null, false);

    public static Part Of(Block block, bool floats = false) => new(null, null, block, floats);
}
