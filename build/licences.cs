#!/usr/bin/env dotnet
// The licences of what the product and its tests use.
//
//   dotnet run build/licences.cs                       lists every package, and fails if the licence of one is not permissive
//   dotnet run build/licences.cs -- PUBLISHED [FILE]   writes THIRD-PARTY-NOTICES.txt (or FILE) for what `dotnet publish` left in PUBLISHED
//
// The list reads what restore left behind (obj/project.assets.json and the npm lock files), so build first.
#:property TargetFramework=net10.0
#:property PublishAot=false

using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

string[] permissive =
[
    "MIT", "MIT-0", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "0BSD", "Unlicense", "BlueOak-1.0.0", "OFL-1.1", "Python-2.0",
    "CC0-1.0", "WTFPL", "MS-PL",
];

// Packages that name no SPDX identifier; what their repository or licence address says, as read by a person.
var read = new Dictionary<string, string>
{
    ["Microsoft.Azure.WebJobs.Host.Storage"] = "MIT",
    ["StbImageWriteSharp"] = "Unlicense",
    ["System.ComponentModel.Annotations"] = "MIT",
    ["System.Security.Cryptography.ProtectedData"] = "MIT",
    ["uri-templates"] = "Unlicense",
    ["WindowsAzure.Storage"] = "Apache-2.0",
    ["xunit.abstractions"] = "Apache-2.0",
};

// Tools of the tests, which are never deployed and not changed: their licences ask nothing of what is tested with them.
var tools = new Dictionary<string, string> { ["axe-core"] = "MPL-2.0" };

const string loader = "Microsoft.Azure.Functions.Worker.Sdk"; // puts an assembly beside the app that the host loads, and is listed nowhere
string[] own =
[
    "ThaffFunctions", "NotesReading", "AccessiblePdf",
    "Microsoft.Azure.Functions.Worker.Extensions", // compiled, without code, by the worker's Sdk
    "Microsoft.Azure.WebJobs.Extensions.FunctionMetadataLoader", // of the loader above
];

var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, ".."));
return args switch
{
    [] => List(),
    [var published] => WriteNotices(Path.GetFullPath(published), Path.Combine(root, "THIRD-PARTY-NOTICES.txt")),
    [var published, var file, ..] => WriteNotices(Path.GetFullPath(published), file),
};

int List()
{
    // Publishing leaves a project in obj, which gathers what Azure's host loads: most of its packages are the host's own and only compiled
    // against. Those of them that are deployed stand in the notices.
    var assets = Files("project.assets.json").Where(path => !path.Contains("WorkerExtensions", StringComparison.Ordinal));
    var found = assets.SelectMany(Restored).Select(package => ("NuGet", package.Name, package.Version, package.Licence))
        .Concat(Files("package-lock.json").SelectMany(Npm).Select(package => ("npm", package.Name, package.Version, package.Licence)))
        .Distinct().OrderBy(package => package).ToList();
    foreach (var (kind, name, version, licence) in found) Console.WriteLine($"{kind,-6} {name,-60} {version,-14} {licence}");

    var refused = found.Where(package => Permitted(package.Licence) is null && tools.GetValueOrDefault(package.Name) != package.Licence)
        .ToList();
    foreach (var (_, name, version, licence) in refused) Refuse($"{name} {version}", licence);
    Console.WriteLine($"{found.Count} packages, {refused.Count} refused");
    return found.Count > 0 && refused.Count == 0 ? 0 : 1;
}

static void Refuse(string package, string licence) => Console.Error.WriteLine($"{package}: '{licence}' is not known to be permissive.");

IEnumerable<string> Files(string name) => Directory.EnumerateFiles(root, name, new EnumerationOptions { RecurseSubdirectories = true })
    .Where(path => !path[root.Length..].Replace('\\', '/').Contains("/node_modules/", StringComparison.Ordinal));

IEnumerable<Package> Restored(string path)
{
    using var assets = JsonDocument.Parse(File.ReadAllText(path));
    var folders = assets.RootElement.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name).ToList();
    foreach (var library in assets.RootElement.GetProperty("libraries").EnumerateObject().Where(library => Is(library.Value, "package")))
    {
        var place = Text(library.Value, "path")!;
        yield return NuGet(library.Name, folders.Select(start => Path.Combine(start, place)).First(Directory.Exists));
    }
}

Package NuGet(string library, string folder)
{
    var (name, version) = library.Split('/') is [var id, var number] ? (id, number) : throw new FormatException(library);
    var nuspec = XDocument.Load(Directory.GetFiles(folder, "*.nuspec")[0]);
    XElement? Element(string name) => nuspec.Descendants().FirstOrDefault(child => child.Name.LocalName == name);

    var licence = Element("license");
    var file = licence is null ? null : Path.Combine(folder, licence.Value.Replace('\\', '/'));
    var stated = read.GetValueOrDefault(name) // a licence is an SPDX expression, a file in the package, or, in older packages, an address
        ?? (licence?.Attribute("type")?.Value == "expression" ? licence.Value
            : File.Exists(file) ? Recognise(File.ReadAllText(file))
            : Element("licenseUrl") is { } address ? Recognise(address.Value) : "none stated");
    var copyright = Element("copyright")?.Value ?? $"by {Element("authors")?.Value}";
    return new(name, version, stated, folder, [Regex.Replace(copyright, "\\s+", " ").Trim()]);
}

static string Recognise(string text) => text switch
{
    _ when Says(text, "Permission is hereby granted, free of charge|licenses/MIT|/mit-license|aka.ms/deprecateLicenseUrl.*MIT") => "MIT",
    _ when Says(text, "Apache License|licenses/LICENSE-2\\.0|Apache-2\\.0") => "Apache-2.0",
    _ when Says(text, "Redistributions in binary form") => "BSD-3-Clause",
    _ when Says(text, "go\\.microsoft\\.com/fwlink/\\?LinkId=329770") => "MIT", // .NET's older library licence, since replaced by MIT
    _ => text.Length > 80 ? "a licence file" : text,
};

static bool Says(string text, string pattern) => Regex.IsMatch(text, pattern, RegexOptions.IgnoreCase);

IEnumerable<Package> Npm(string path)
{
    using var file = JsonDocument.Parse(File.ReadAllText(path));
    foreach (var package in file.RootElement.GetProperty("packages").EnumerateObject().Where(package => package.Name.Length > 0))
    {
        var name = package.Name[(package.Name.LastIndexOf("node_modules/", StringComparison.Ordinal) + "node_modules/".Length)..];
        var licence = package.Value.TryGetProperty("license", out var stated) ? stated.ToString() : "none stated";
        var folder = Path.Combine(Path.GetDirectoryName(path)!, package.Name);
        yield return new(name, Text(package.Value, "version")!, read.GetValueOrDefault(name) ?? licence, folder, []);
    }
}

// `A OR B`: one of them is enough; `A AND B`: both must be. What is used under, or null.
string[]? Permitted(string licence) => licence.Trim('(', ')').Split(" OR ")
    .Select(choice => choice.Split(" AND ").Select(part => part.Trim('(', ')', ' ')).ToArray())
    .Where(choice => choice.All(permissive.Contains))
    .OrderBy(choice => choice.Contains("MS-PL")) // asks more than any other
    .FirstOrDefault();

// What is deployed: the app's assemblies, those beside it that Azure's host loads, and the npm packages that an assembly embeds (fonts).
// Versions are left out: the lock files hold them, and the host's packages may be a patch newer or older from another source of packages.
int WriteNotices(string published, string notices)
{
    var assemblies = Directory.EnumerateFiles(published, "*.dll", SearchOption.AllDirectories).Select(Path.GetFullPath)
        .Where(path => !own.Contains(Path.GetFileNameWithoutExtension(path))).ToHashSet();
    var nuget = Deployed(published, "ThaffFunctions.deps.json", assemblies)
        .Concat(Deployed(Path.Combine(published, ".azurefunctions"), "function.deps.json", assemblies))
        .Concat(Restored(Path.Combine(root, "functions", "App", "obj", "project.assets.json")).Where(package => package.Name == loader))
        .DistinctBy(package => package.Name).OrderBy(package => package.Name, StringComparer.OrdinalIgnoreCase);
    var npm = Files("package-lock.json")
        .Where(path => File.Exists(Path.Combine(published, $"{Path.GetFileName(Path.GetDirectoryName(path))}.dll")))
        .SelectMany(Npm)
        .Select(package => package with { Copyright = [.. LicenceFiles(package).SelectMany(CopyrightLine)] });
    List<Package> packages = [.. nuget, .. npm];

    foreach (var path in assemblies) Console.Error.WriteLine($"{path} is of no package that the app lists.");
    var refused = packages.Where(package => Permitted(package.Licence) is null).ToList();
    foreach (var package in refused) Refuse(package.Name, package.Licence);
    if (assemblies.Count + refused.Count > 0) return 1;

    List<string> parts =
    [
        "ThaffFunctions is deployed together with the packages below. Their licences follow, then the notices that came with them.\n"
            + "Written by build/licences.cs; a test says when it has to be written anew.\n",
        .. packages.Select(Entry),
        .. packages.SelectMany(package => Permitted(package.Licence)!).Distinct().Order(StringComparer.Ordinal)
            .Where(licence => licence != "Unlicense") // asks for nothing
            .Select(licence => Titled(licence, TextOf(licence, packages))),
        .. packages.SelectMany(package => NoticeFiles(package).Select(file => (package.Name, Text: ReadText(file))))
            .GroupBy(notice => notice.Text)
            .Select(notice => Titled($"Came with {string.Join(", ", notice.Select(from => from.Name))}", notice.Key)),
    ];
    File.WriteAllText(notices, string.Join('\n', parts));
    return 0;
}

// The packages of which an assembly lies in the folder. Takes these assemblies out of the set: what stays in it is of no package.
IEnumerable<Package> Deployed(string folder, string list, HashSet<string> assemblies)
{
    using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, list)));
    var libraries = file.RootElement.GetProperty("libraries");
    var target = file.RootElement.GetProperty("targets").GetProperty(Text(file.RootElement.GetProperty("runtimeTarget"), "name")!);
    foreach (var library in target.EnumerateObject().Where(library => Is(libraries.GetProperty(library.Name), "package")))
    {
        var here = Listed(library.Value, "runtime").Select(path => Path.GetFileName(path)).Concat(Listed(library.Value, "runtimeTargets"))
            .Select(path => Path.GetFullPath(Path.Combine(folder, path))).Where(File.Exists).ToList();
        assemblies.ExceptWith(here);
        if (here.Count > 0) yield return NuGet(library.Name, Path.Combine(PackagesFolder(), library.Name.ToLowerInvariant()));
    }
}

static IEnumerable<string> Listed(JsonElement library, string kind) =>
    library.TryGetProperty(kind, out var files) ? [.. files.EnumerateObject().Select(file => file.Name)] : [];

string Entry(Package package) =>
    $"{string.Join("\n  ", [package.Name, .. package.Copyright, string.Join(" and ", Permitted(package.Licence)!)])}\n";

static string Titled(string title, string text) => $"{new string('=', 80)}\n{title}\n{new string('=', 80)}\n\n{text.Trim('\n')}\n";

// From build/licence-texts, or else from the first package that brings it.
string TextOf(string licence, IEnumerable<Package> packages)
{
    var here = Path.Combine(root, "build", "licence-texts", $"{licence}.txt");
    if (File.Exists(here)) return ReadText(here);

    var begin = licence switch { "MIT" => "Permission is hereby granted", "OFL-1.1" => "SIL OPEN FONT LICENSE", _ => " Apache License" };
    var text = packages.Where(package => Permitted(package.Licence)!.Contains(licence)).SelectMany(LicenceFiles)
        .Select(file => Regex.Match(ReadText(file), $"^ *{begin}.*", RegexOptions.Multiline | RegexOptions.Singleline))
        .FirstOrDefault(match => match.Success);
    return text?.Value ?? throw new FileNotFoundException("No package brings this text.", here);
}

static IEnumerable<string> LicenceFiles(Package package) => FilesNamed(package, "^LICENSE");

static IEnumerable<string> CopyrightLine(string file) =>
    ReadText(file).Split('\n').Where(line => line.StartsWith("Copyright ", StringComparison.Ordinal)).Take(1);

static IEnumerable<string> NoticeFiles(Package package) => FilesNamed(package, "^(NOTICE|THIRD-?PARTY-?NOTICES?)(\\.(txt|md))?$");

static IEnumerable<string> FilesNamed(Package package, string pattern) =>
    Directory.EnumerateFiles(package.Folder).Where(file => Says(Path.GetFileName(file), pattern)).Order(StringComparer.Ordinal);

static string ReadText(string file) => Regex.Replace(File.ReadAllText(file).ReplaceLineEndings("\n"), "[ \t]+\n", "\n");

static string PackagesFolder() => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
    ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

static bool Is(JsonElement library, string type) => Text(library, "type") == type;

static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;

static string Here([CallerFilePath] string path = "") => path;

/// <param name="Licence">As the package states it, or as a person read it.</param>
/// <param name="Folder">Where it was restored to.</param>
/// <param name="Copyright">Whose it is, a line each.</param>
sealed record Package(string Name, string Version, string Licence, string Folder, IReadOnlyList<string> Copyright);
