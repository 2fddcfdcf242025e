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

    /// <summary>A Word file one of whose parts has another name, as the standard allows, and other content.</summary>
    public static byte[] Renamed(string part, string name, Func<string, string> change) => Changed(Docx.Of(Docx.P("Text")), archive =>
    {
        const string types = "[Content_Types].xml";
        Write(archive, name, change(Read(archive, part)));
        archive.GetEntry(part)!.Delete();
        Write(archive, types, Read(archive, types).Replace($"\"/{part}\"", $"\"/{name}\"", StringComparison.Ordinal));
        foreach (var relationships in archive.Entries.Select(entry => entry.FullName)
            .Where(entry => entry.EndsWith(".rels", StringComparison.Ordinal)).ToList())
        {
            var text = Read(archive, relationships);
            foreach (var target in new[] { $"/{part}", part, part["word/".Length..] })
                text = text.Replace($"Target=\"{target}\"", $"Target=\"/{name}\"", StringComparison.Ordinal);
            Write(archive, relationships, text);
        }

        var own = part.Insert(part.LastIndexOf('/') + 1, "_rels/") + ".rels";
        if (archive.GetEntry(own) is null) return;

        Write(archive, name.Insert(name.LastIndexOf('/') + 1, "_rels/") + ".rels",
            Read(archive, own).Replace("Target=\"", "Target=\"/word/", StringComparison.Ordinal)
                .Replace("/word//", "/", StringComparison.Ordinal));
        archive.GetEntry(own)!.Delete();
    });

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
