using System.Text;

namespace AccessiblePdf.Writer;

/// <summary>The operators of a content stream as bytes, being written.</summary>
sealed class ContentBuffer
{
    byte[] bytes = new byte[16 * 1024];
    int length;

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, length);

    public void Clear() => length = 0;

    public ContentBuffer Add(ReadOnlySpan<byte> ascii)
    {
        ascii.CopyTo(Room(ascii.Length));
        length += ascii.Length;
        return this;
    }

    public ContentBuffer Add(string ascii)
    {
        length += Encoding.ASCII.GetBytes(ascii, Room(ascii.Length));
        return this;
    }

    /// <summary>A number and a space after it.</summary>
    public ContentBuffer Add(double number)
    {
        length += PdfSyntax.Write(number, Room(PdfSyntax.LongestNumber + 1));
        bytes[length++] = (byte)' ';
        return this;
    }

    Span<byte> Room(int size)
    {
        if (length + size > bytes.Length) Array.Resize(ref bytes, Math.Max(2 * bytes.Length, length + size));
        return bytes.AsSpan(length);
    }
}
