using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace ThaffFunctions.Browser.Tests;

/// <summary>What html-validate finds in pages as the server sent them: its rules of the HTML standard.</summary>
static class HtmlCheck
{
    /// <param name="pages">Their names and sources.</param>
    public static async Task<IReadOnlyList<string>> FindAsync(IReadOnlyDictionary<string, string> pages)
    {
        var folder = Directory.CreateTempSubdirectory("thaff-html");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, ".htmlvalidate.json"),
                """{ "root": true, "extends": ["html-validate:standard"] }""");
            var names = pages.Keys.ToList();
            foreach (var (name, number) in names.Select((name, number) => (name, number)))
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, $"{number}.html"), pages[name]);

            var start = new ProcessStartInfo("node", [NpmFiles.PathOf("html-validate/bin/html-validate.mjs"), "--formatter", "json", "."])
            {
                RedirectStandardOutput = true,
                WorkingDirectory = folder.FullName,
            };
            using var node = Process.Start(start)!;
            var report = await node.StandardOutput.ReadToEndAsync();
            await node.WaitForExitAsync();

            using var json = JsonDocument.Parse(report);
            return [.. from file in json.RootElement.EnumerateArray()
                       let number = Path.GetFileNameWithoutExtension(file.GetProperty("filePath").GetString()!)
                       let name = names[int.Parse(number, CultureInfo.InvariantCulture)]
                       from message in file.GetProperty("messages").EnumerateArray()
                       select $"{name}, line {message.GetProperty("line")}: {message.GetProperty("ruleId")}: {message.GetProperty("message")}"];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
