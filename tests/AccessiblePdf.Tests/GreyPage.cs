using System.Globalization;
using System.Text;
using StbImageSharp;
using StbImageWriteSharp;

namespace AccessiblePdf.Tests;

/// <summary>A page as drawn, in levels of grey, row by row.</summary>
sealed record GreyPage(int Width, int Height, byte[] Levels)
{
    /// <summary>A stream of greymaps (the format PGM, one byte a pixel).</summary>
    public static IReadOnlyList<GreyPage> Read(byte[] stream)
    {
        List<GreyPage> pages = [];
        for (var at = 0; at < stream.Length;)
        {
            var header = Encoding.ASCII.GetString(stream, at, Math.Min(40, stream.Length - at)).Split('\n', 4);
            int[] size = [.. header[1].Split(' ').Select(number => int.Parse(number, CultureInfo.InvariantCulture))];
            at += header[0].Length + header[1].Length + header[2].Length + 3;
            pages.Add(new(size[0], size[1], stream[at..(at + size[0] * size[1])]));
            at += size[0] * size[1];
        }

        return pages;
    }

    public static GreyPage ReadPng(string file) => FromPng(File.ReadAllBytes(file));

    public static GreyPage FromPng(byte[] png)
    {
        var image = ImageResult.FromMemory(png, StbImageSharp.ColorComponents.Grey);
        return new(image.Width, image.Height, image.Data);
    }

    public void WritePng(string file)
    {
        using var stream = File.Create(file);
        new ImageWriter().WritePng(Levels, Width, Height, StbImageWriteSharp.ColorComponents.Grey, stream);
    }

    public IEnumerable<ArraySegment<byte>> Rows =>
        Enumerable.Range(0, Height).Select(row => new ArraySegment<byte>(Levels, row * Width, Width));
}
