using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using StbImageWriteSharp;

namespace AccessiblePdf.Tests;

/// <summary>
/// Other people's readers, asked about a file: PDFium draws and reads it, qpdf checks it. Both come as WebAssembly by npm and run in
/// Node.js, which the build needs too, so that these tests run everywhere; where they cannot, they fail and say why.
/// </summary>
static class Judge
{
    static readonly string Script = Path.Combine(Folder(), "Judges", "judge.mjs");

    public static IReadOnlyList<GreyPage> Draw(byte[] pdf, int resolution) => GreyPage.Read(Ask("draw", pdf, $"{resolution}"));

    /// <summary>The first page in colour, as PNG.</summary>
    public static byte[] Paint(byte[] pdf, int resolution)
    {
        var map = Ask("paint", pdf, $"{resolution}");
        var header = Encoding.ASCII.GetString(map, 0, 30).Split('\n', 4);
        int[] size = [.. header[1].Split(' ').Select(number => int.Parse(number, CultureInfo.InvariantCulture))];
        using var png = new MemoryStream();
        new ImageWriter().WritePng(map[^(3 * size[0] * size[1])..], size[0], size[1], ColorComponents.RedGreenBlue, png);
        return png.ToArray();
    }

    /// <summary>The text of all pages.</summary>
    public static string Text(byte[] pdf) => Encoding.UTF8.GetString(Ask("text", pdf));

    /// <summary>What qpdf says, and its exit code.</summary>
    public static string Check(byte[] pdf) => Encoding.UTF8.GetString(Ask("check", pdf));

    static byte[] Ask(string task, byte[] pdf, params string[] options)
    {
        var folder = Directory.CreateTempSubdirectory("judge").FullName;
        var (file, answer) = (Path.Combine(folder, "file.pdf"), Path.Combine(folder, "answer"));
        try
        {
            File.WriteAllBytes(file, pdf);
            using var process = Start([Script, task, file, answer, .. options]);
            var errors = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? File.ReadAllBytes(answer)
                : throw new InvalidOperationException($"{Script} {task} failed with exit code {process.ExitCode}: {errors}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static Process Start(IEnumerable<string> arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("node", arguments) { RedirectStandardError = true })!;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new InvalidOperationException("This test asks other PDF readers in Node.js, which could not be started.", missing);
        }
    }

    static string Folder([CallerFilePath] string source = "") => Path.GetDirectoryName(source)!;
}
