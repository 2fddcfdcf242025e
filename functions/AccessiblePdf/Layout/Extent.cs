namespace AccessiblePdf.Layout;

/// <summary>How wide some content is.</summary>
/// <param name="Least">With words divided after their hyphens.</param>
/// <param name="Whole">With whole words.</param>
/// <param name="Most">On as few lines as it has.</param>
readonly record struct Extent(double Least, double Whole, double Most)
{
    public Extent Or(Extent other) => new(Math.Max(Least, other.Least), Math.Max(Whole, other.Whole), Math.Max(Most, other.Most));

    public Extent Plus(double width) => new(Least + width, Whole + width, Most + width);
}
