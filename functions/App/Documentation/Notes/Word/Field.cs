using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;

namespace ThaffFunctions.Documentation.Notes.Word;

/// <summary>What a field's instruction asks for (ISO/IEC 29500-1, 17.16.5).</summary>
sealed partial class Field
{
    readonly string[] arguments;

    Field(string name, string[] arguments)
    {
        (Name, this.arguments) = (name, arguments);
        Link = Name switch
        {
            "HYPERLINK" => new(arguments is [var address, ..] && !address.StartsWith('\\') ? address : null, After("\\l")),
            "REF" when arguments is [var bookmark, ..] && arguments.Contains("\\h", StringComparer.OrdinalIgnoreCase) => new(null, bookmark),
            _ => null,
        };
    }

    /// <summary>In capitals.</summary>
    public string Name { get; }

    /// <summary>Where its result leads; null for nowhere.</summary>
    public LinkTarget? Link { get; }

    /// <summary>Its result is not shown: the document makes contents of its own, entries of lists are not for reading, and some fields show themselves.</summary>
    public bool IsLeftOut => Name is "TOC" or "INDEX" or "TOA" or "XE" or "TC" or "TA" or "RD" || ShowsItself;

    bool ShowsItself => Name is "FORMCHECKBOX" or "FORMDROPDOWN" or "SYMBOL";

    /// <summary>Contents of what has a label of one kind, such as "Abbildung", and not of headings.</summary>
    public bool ListsFigures => Name == "TOC" && arguments.Any(argument => argument.ToLowerInvariant() is "\\c" or "\\a");

    /// <summary>Pages are other ones here.</summary>
    public bool CountsPages => Name is "PAGE" or "PAGEREF" or "NUMPAGES" or "SECTIONPAGES";

    public static Field Parse(string instruction)
    {
        string[] words = [.. Words().Matches(instruction).Select(word => word.Groups[1].Success ? word.Groups[1].Value : word.Value)];
        return words is [var name, .. var rest] ? new(name.ToUpperInvariant(), rest) : new("", []);
    }

    /// <summary>What a field shows by itself; null if it shows its result.</summary>
    /// <param name="begin">The mark the field began with, which knows what a form field holds.</param>
    public string? OwnText(OpenXmlElement begin)
    {
        var form = begin.Child("ffData");
        return Name switch
        {
            "FORMCHECKBOX" => (form.Child("checkBox").Switch("checked") ?? form.Child("checkBox").Switch("default")) == true ? "☒" : "☐",
            "FORMDROPDOWN" => form.Child("ddList")?.Where(entry => entry.LocalName == "listEntry").ElementAtOrDefault(form.Child("ddList").Child("result").Number() ?? 0).Value() ?? "",
            "SYMBOL" when arguments is [var code, ..] => Symbol(code),
            _ => null,
        };
    }

    string? Symbol(string code)
    {
        var isHex = code.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        return int.TryParse(isHex ? code[2..] : code, isHex ? NumberStyles.HexNumber : NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? WordSymbols.Find(After("\\f") ?? "symbol", number)
            : null;
    }

    string? After(string option)
    {
        var at = Array.FindIndex(arguments, argument => argument.Equals(option, StringComparison.OrdinalIgnoreCase));
        return at >= 0 && at + 1 < arguments.Length ? arguments[at + 1] : null;
    }

    [GeneratedRegex("\"([^\"]*)\"|[^\\s\"]+")]
    private static partial Regex Words();
}
