using AccessiblePdf.Model;

namespace ThaffFunctions.Documentation.Notes.Word;

/// <summary>A part of a paragraph: text with the link it belongs to, or a block that stands in it.</summary>
/// <param name="Text">Text; null for a block.</param>
/// <param name="Link">Where the text leads.</param>
/// <param name="Block">What parts the paragraph, such as a picture.</param>
/// <param name="Floats">The block stands beside the paragraph and does not part it.</param>
readonly record struct Part(Inline? Text, LinkTarget? Link, Block? Block, bool Floats)
{
    public static Part Of(Inline text, LinkTarget? link = null) => new(text, link, null, false);

    public static Part Of(Block block, bool floats = false) => new(null, null, block, floats);
}
