using System.Diagnostics;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace AccessiblePdf.Tests;

/// <summary>What <c>dotnet pack</c> makes of the library is fit to be published.</summary>
public sealed class PackageTests
{
    [Fact]
    public void The_package_holds_all_that_its_users_need()
    {
        var folder = Directory.CreateTempSubdirectory("package").FullName;
        Pack(folder);

        using var package = ZipFile.OpenRead(Directory.GetFiles(folder, "*.nupkg").Single());
        var files = package.Entries.Select(entry => entry.FullName).ToList();
        string[] needed =
        [
            "lib/net10.0/AccessiblePdf.dll", "lib/net10.0/AccessiblePdf.xml", "README.md", "licences/LICENSE",
            .. Fonts.Select(font => $"licences/{font}/LICENSE_FONT"),
        ];
        Assert.All(needed, file => Assert.Contains(file, files));
        Assert.DoesNotContain(files, file => file.Contains("node_modules", StringComparison.Ordinal));
        using var symbols = ZipFile.OpenRead(Directory.GetFiles(folder, "*.snupkg").Single());
        Assert.Contains("lib/net10.0/AccessiblePdf.pdb", symbols.Entries.Select(entry => entry.FullName));

        using var specification = package.Entries.Single(entry => entry.FullName == "AccessiblePdf.nuspec").Open();
        var facts = XDocument.Load(specification).Descendants().Where(element => !element.HasElements)
            .ToLookup(element => element.Name.LocalName, element => element.Value);
        Assert.Equal(["AccessiblePdf", "MIT AND OFL-1.1", "README.md"],
            new[] { "id", "license", "readme" }.Select(fact => facts[fact].Single()));
        foreach (var fact in new[] { "description", "authors", "copyright", "tags" })
            Assert.False(string.IsNullOrWhiteSpace(facts[fact].Single()));
        Directory.Delete(folder, recursive: true);
    }

    static string[] Fonts => ["SourceSans3", "SourceCodePro", "NotoSansSymbols2", "NotoEmoji", "Assistant", "Vazirmatn"];

    /// <summary>Packs what was built with these tests.</summary>
    static void Pack(string folder, [CallerFilePath] string source = "")
    {
        var project = Path.Combine(Path.GetDirectoryName(source)!, "../../functions/AccessiblePdf");
        var configuration = AppContext.BaseDirectory.Contains("Release", StringComparison.Ordinal) ? "Release" : "Debug";
        string[] arguments = ["pack", project, "--no-build", "-c", configuration, "-o", folder, "-v", "q", "-nodeReuse:false"];
        using var pack = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        var said = pack.StandardOutput.ReadToEnd();
        pack.WaitForExit();
        Assert.True(pack.ExitCode == 0, said);
    }
}
