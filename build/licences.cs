#!/usr/bin/env dotnet
// Lists the licence of every package the product or its tests use, and fails if one is not permissive: `dotnet run build/licences.cs`.
// Reads what restore left behind (obj/project.assets.json and the npm lock files), so build first.
#:property TargetFramework=net10.0
#:property PublishAot=false

using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

string[] permissive = ["MIT", "MIT-0", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "0BSD", "Unlicense", "BlueOak-1.0.0", "OFL-1.1",
    "Python-2.0", "CC0-1.0", "WTFPL", "MS-PL"];

// Packages that name no SPDX identifier; what their repository or licence address says, as read by a person.
var read = new Dictionary<string, string>
{
    ["StbImageWriteSharp"] = "Unlicense",
    ["System.ComponentModel.Annotations"] = "MIT",
    ["System.Security.Cryptography.ProtectedData"] = "MIT",
    ["uri-templates"] = "Unlicense",
    ["xunit.abstractions"] = "Apache-2.0",
};

var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, ".."));
var found = Files("project.assets.json").SelectMany(NuGet).Concat(Files("package-lock.json").SelectMany(Npm)).Distinct()
    .OrderBy(package => package).ToList();
foreach (var (kind, name, version, licence) in found) Console.WriteLine($"{kind,-6} {name,-60} {version,-14} {licence}");

var refused = found.Where(package => !IsPermissive(package.Licence)).ToList();
foreach (var (_, name, version, licence) in refused) Console.Error.WriteLine($"{name} {version}: '{licence}' is not known to be permissive.");
Console.WriteLine($"{found.Count} packages, {refused.Count} refused");
return found.Count > 0 && refused.Count == 0 ? 0 : 1;

IEnumerable<string> Files(string name) => Directory.EnumerateFiles(root, name, new EnumerationOptions { RecurseSubdirectories = true })
    .Where(path => !path[root.Length..].Replace('\\', '/').Contains("/node_modules/", StringComparison.Ordinal));

IEnumerable<(string Kind, string Name, string Version, string Licence)> NuGet(string path)
{
    using var assets = JsonDocument.Parse(File.ReadAllText(path));
    var folders = assets.RootElement.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name).ToList();
    foreach (var library in assets.RootElement.GetProperty("libraries").EnumerateObject()
        .Where(library => library.Value.GetProperty("type").GetString() == "package"))
    {
        var (name, version) = library.Name.Split('/') is [var id, var number] ? (id, number) : throw new FormatException(library.Name);
        var folder = folders.Select(start => Path.Combine(start, library.Value.GetProperty("path").GetString()!)).First(Directory.Exists);
        yield return ("NuGet", name, version, read.GetValueOrDefault(name) ?? LicenceOf(Directory.GetFiles(folder, "*.nuspec")[0]));
    }
}

// A licence is an SPDX expression, a file in the package, or, in older packages, an address.
string LicenceOf(string nuspec)
{
    var metadata = XDocument.Load(nuspec).Root!.Elements().First(element => element.Name.LocalName == "metadata");
    string? Text(string name) => metadata.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value;
    var licence = metadata.Elements().FirstOrDefault(element => element.Name.LocalName == "license");
    if (licence?.Attribute("type")?.Value == "expression") return licence.Value;
    if (licence is not null && Path.Combine(Path.GetDirectoryName(nuspec)!, licence.Value.Replace('\\', '/')) is var file
        && File.Exists(file)) return Recognise(File.ReadAllText(file));

    return Text("licenseUrl") is { } url ? Recognise(url) : "none stated";
}

static string Recognise(string text) => text switch
{
    _ when Regex.IsMatch(text, "Permission is hereby granted, free of charge|licenses/MIT|/mit-license|aka.ms/deprecateLicenseUrl.*MIT",
        RegexOptions.IgnoreCase) => "MIT",
    _ when Regex.IsMatch(text, "Apache License|licenses/LICENSE-2\\.0|Apache-2\\.0", RegexOptions.IgnoreCase) => "Apache-2.0",
    _ when text.Contains("Redistributions in binary form", StringComparison.OrdinalIgnoreCase) => "BSD-3-Clause",
    // Microsoft's older .NET library licence, since replaced by MIT
    _ when text.Contains("go.microsoft.com/fwlink/?LinkId=329770", StringComparison.OrdinalIgnoreCase) => "MIT",
    _ => text.Length > 80 ? "a licence file" : text,
};

IEnumerable<(string Kind, string Name, string Version, string Licence)> Npm(string path)
{
    using var file = JsonDocument.Parse(File.ReadAllText(path));
    foreach (var package in file.RootElement.GetProperty("packages").EnumerateObject().Where(package => package.Name.Length > 0))
    {
        var name = package.Name[(package.Name.LastIndexOf("node_modules/", StringComparison.Ordinal) + "node_modules/".Length)..];
        var stated = package.Value.TryGetProperty("license", out var licence) ? licence.ToString() : "none stated";
        yield return ("npm", name, package.Value.GetProperty("version").GetString()!, read.GetValueOrDefault(name) ?? stated);
    }
}

// `A OR B`: one of them is enough; `A AND B`: both must be.
bool IsPermissive(string licence) =>
    licence.Trim('(', ')').Split(" OR ").Any(choice => choice.Split(" AND ").All(part => permissive.Contains(part.Trim('(', ')', ' '))));

static string Here([CallerFilePath] string path = "") => path;
