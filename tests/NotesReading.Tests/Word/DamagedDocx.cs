using System.IO.Compression;
using System.Text;

namespace ThaffFunctions.NotesReading.Tests.Word;

/// <summary>Files that call themselves Word files.</summary>
static class DamagedDocx
{
    /// <summary>A Word file with parts replaced or added as they are.</summary>
    public static byte[] With(params (string Name, string Text)[] parts) => Changed(Docx.Of(Docx.P("Text")), archive =>
    {
        foreach (var (name, text) in parts) Write(archive, name, text);
    });

    public static byte[] Changed(byte[] file, Action<ZipArchive> change)
    {
        using var stream = new MemoryStream();
        stream.Write(file);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true)) change(archive);
        return stream.ToArray();
    }

    public static void Write(ZipArchive archive, string name, string text)
    {
        archive.GetEntry(name)?.Delete();
        using var stream = archive.CreateEntry(name).Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
    }

    public static string Read(ZipArchive archive, string name)
    {
        using var reader = new StreamReader(archive.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    /// <summary>A few kilobytes that become much.</summary>
    public static byte[] Bomb(string name, long bytes) => Changed(Docx.Of(Docx.P("Text")), archive =>
    {
        archive.GetEntry(name)?.Delete();
        using var stream = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
        var zeros = new byte[1024 * 1024];
        for (var left = bytes; left > 0; left -= zeros.Length) stream.Write(zeros);
    });

    public static byte[] Zip(params string[] names)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names) Write(archive, name);
        }

        return stream.ToArray();

        static void Write(ZipArchive archive, string name)
        {
            using var content = archive.CreateEntry(name).Open();
            content.Write("x"u8);
        }
    }
}
