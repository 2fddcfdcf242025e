using System.Diagnostics;
using System.Net;
using AccessiblePdf.Model;

namespace ThaffFunctions.Benchmarks.Pdf;

/// <summary>The same report as a web page, printed by a program on this machine. Every time is that of a whole process.</summary>
static class HtmlPeer
{
    static readonly (string Name, string Program, Func<string, string, string[]> Arguments)[] Programs =
    [
        ("Chromium", "chromium", (page, folder) =>
            ["--headless", "--no-sandbox", "--disable-gpu", $"--user-data-dir={folder}/profile", $"--print-to-pdf={folder}/report.pdf",
                page]),
        ("LibreOffice", "soffice",
            (page, folder) => [$"-env:UserInstallation=file://{folder}/office", "--headless", "--convert-to", "pdf:writer_web_pdf_Export",
                "--outdir", folder, page]),
    ];

    /// <summary>Name and milliseconds for each program that is installed and wrote a file.</summary>
    public static IEnumerable<(string Name, double Milliseconds)> Measure(AccessibleDocument report)
    {
        foreach (var (name, program, arguments) in Programs)
        {
            var folder = Directory.CreateTempSubdirectory("report").FullName;
            try
            {
                var page = Path.Combine(folder, "report.html");
                File.WriteAllText(page, Html(report));
                if (Run(program, arguments(page, folder)) is { } milliseconds && File.Exists(Path.Combine(folder, "report.pdf")))
                    yield return (name, milliseconds);
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    static double? Run(string program, string[] arguments)
    {
        try
        {
            var start = Stopwatch.GetTimestamp();
            using var process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true
            })!;
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            process.WaitForExit();
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    static string Html(AccessibleDocument report) =>
        $"<!DOCTYPE html><html lang=\"de\"><meta charset=\"utf-8\"><title>{report.Title}</title><style>body {{ font: 10.5pt sans-serif "
        + $"}}</style>{string.Concat(report.Blocks.Select(Html))}</html>";

    static string Html(Block block) => block switch
    {
        Heading heading => $"<h{heading.Level}>{Html(heading.Content)}</h{heading.Level}>",
        Paragraph paragraph => $"<p>{Html(paragraph.Content)}</p>",
        BulletList list => $"<ul>{string.Concat(list.Items.Select(item => $"<li>{string.Concat(item.Content.Select(Html))}</li>"))}</ul>",
        Table table => $"<table>{string.Concat(table.Header.Select(row => Html(row, "th")))}{string.Concat(table.Rows.Select(row => Html(row, "td")))}</table>",
        _ => "",
    };

    static string Html(TableRow row,
        string cell) => $"<tr>{string.Concat(row.Cells.Select(content => $"<{cell}>{string.Concat(content.Content.Select(Html))}</{cell}>"))}</tr>";

    static string Html(IEnumerable<Inline> content) => string.Concat(content.OfType<TextRun>().Select(run =>
        run.Style.HasFlag(TextStyle.Bold) ? $"<b>{WebUtility.HtmlEncode(run.Text)}</b>" : WebUtility.HtmlEncode(run.Text)));
}
