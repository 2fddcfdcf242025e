using AccessiblePdf.Writer.Fonts;
using AccessiblePdf.Writer.Images;

namespace AccessiblePdf.Writer;

/// <summary>The fonts and images that all pages of a file share.</summary>
sealed class PdfResources(PdfFile file, Typesetter typesetter)
{
    readonly Dictionary<Picture, int> ids = new(ReferenceEqualityComparer.Instance);
    readonly List<Picture> images = [];

    /// <summary>The object that every page names as its resources.</summary>
    public int Id { get; } = file.Reserve();

    /// <summary>The name of an image, which is written when first asked for.</summary>
    public string NameOf(Picture picture)
    {
        if (!ids.TryGetValue(picture, out var id))
        {
            ids[picture] = id = file.Reserve();
            images.Add(picture);
            picture.Write(file, id);
        }
        return FormattableString.Invariant($"I{id}");
    }

    public void Write()
    {
        var fonts = typesetter.Fonts.Select(font => $"/{font.Name} {PdfSyntax.Reference(font.Write(file))}");
        var pictures = images.Select(image => $"/{NameOf(image)} {PdfSyntax.Reference(ids[image])}");
        file.Set(Id, $"<</Font<<{string.Concat(fonts)}>>/XObject<<{string.Concat(pictures)}>>>>");
    }
}
