using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace ThaffFunctions.Browser.Tests;

/// <summary>
/// The one browser of the test run. On Linux (x64) it comes by npm, packed together with the libraries and fonts a bare machine lacks;
/// elsewhere it is the installed Chrome or Edge. Where none can be had, every test of this project fails and says so.
/// </summary>
static class Chromium
{
    static readonly Lazy<Task<IBrowser>> s_browser = new(StartAsync);

    public static Task<IBrowser> Browser => s_browser.Value;

    static async Task<IBrowser> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        var options = new BrowserTypeLaunchOptions
        {
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
        };
        if (OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64) Unpacked(options);
        else options.Channel = OperatingSystem.IsWindows() ? "msedge" : "chrome";

        try
        {
            return await playwright.Chromium.LaunchAsync(options);
        }
        catch (PlaywrightException failure)
        {
            throw new InvalidOperationException("No test of Browser.Tests ran: no Chromium can be started here. Install Chrome or Edge.", failure);
        }
    }

    static void Unpacked(BrowserTypeLaunchOptions options)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "chromium");
        var program = Path.Combine(folder, "chromium");
        if (!File.Exists(program))
        {
            foreach (var archive in new[] { "al2023.tar.br", "fonts.tar.br" })
            {
                using var tar = Packed(archive);
                TarFile.ExtractToDirectory(tar, Directory.CreateDirectory(folder).FullName, overwriteFiles: true);
            }

            File.WriteAllText(Path.Combine(folder, "fonts.conf"),
                $"<fontconfig><dir>{folder}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>{folder}/cache</cachedir></fontconfig>");
            using (var packed = Packed("chromium.br"))
            using (var file = File.Create(program + ".part"))
                packed.CopyTo(file);
            File.Move(program + ".part", program); // a run that was cut off unpacks again
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        options.ExecutablePath = program;
        options.Env = new Dictionary<string, string>
        {
            ["LD_LIBRARY_PATH"] = Path.Combine(folder, "lib"),
            ["FONTCONFIG_PATH"] = folder,
            ["HOME"] = folder,
        };
    }

    static BrotliStream Packed(string archive) =>
        new(File.OpenRead(NpmFiles.PathOf($"@sparticuz/chromium/bin/{archive}")), CompressionMode.Decompress);
}
