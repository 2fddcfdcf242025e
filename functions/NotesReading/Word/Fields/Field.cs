using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using ThaffFunctions.NotesReading.Word.Package;
using ThaffFunctions.NotesReading.Word.Text;

namespace ThaffFunctions.NotesReading.Word.Fields;

/// <summary>The instruction of a field (ISO/IEC 29500-1, 17.16.5).</summary>
sealed partial class Field
{
    readonly string[] arguments;

    Field(string name, string[] arguments)
    {
        (Name, this.arguments) = (name, arguments);
        Link = Name switch
        {
            "HYPERLINK" => LinkTarget.Of(FirstArgument(), After("\\l")) with { Title = After("\\o") },
            "REF" when arguments is [var bookmark, ..] && arguments.Contains("\\h", StringComparer.OrdinalIgnoreCase) =>
                new(null, bookmark),
            _ => null,
        };
    }

    /// <summary>In capitals.</summary>
    public string Name { get; }

    /// <summary>The target of its result; null if it is no link.</summary>
    public LinkTarget? Link { get; }

    /// <summary>
    /// Its result is not shown: the document gets its own table of contents, index entries are invisible, and some fields produce their
    /// text themselves.
    /// </summary>
    public bool IsLeftOut => Name is "TOC" or "INDEX" or "TOA" or "XE" or "TC" or "TA" or "RD" || HasOwnText;

    bool HasOwnText => Name is "FORMCHECKBOX" or "FORMDROPDOWN" or "SYMBOL";

    /// <summary>A list of captions with one label, such as "Abbildung", instead of headings.</summary>
    public bool ListsFigures => Name == "TOC" && arguments.Any(argument => argument.ToLowerInvariant() is "\\c" or "\\a");

    /// <summary>Its result is a page number or count, which differs in the PDF.</summary>
    public bool CountsPages => Name is "PAGE" or "PAGEREF" or "NUMPAGES" or "SECTIONPAGES";

    /// <summary>The name of a form letter's field, as Word shows it before it fills the field in; null for other fields.</summary>
    public string? Merges => Name switch
    {
        "MERGEFIELD" => FirstArgument()?.Replace(' ', '_'),
        "ADDRESSBLOCK" or "GREETINGLINE" => Name,
        _ => null,
    };

    /// <summary>The words of all instructions in a paragraph; the bookmarks that fields refer to are among them.</summary>
    public static IEnumerable<string> WordsIn(OpenXmlElement paragraph) => string
        .Concat(paragraph.Descendants()
        .Select(element => element.LocalName == "instrText" ? element.InnerText : element.Value("instr") ?? ""))
        .Split(' ', '"');

    public static Field Parse(string instruction)
    {
        string[] words = [.. Words().Matches(instruction).Select(word => word.Groups[1].Success ? word.Groups[1].Value : word.Value)];
        return words is [var name, .. var rest] ? new(name.ToUpperInvariant(), rest) : new("", []);
    }

    /// <summary>The text that the field produces itself; null if it shows its result.</summary>
    /// <param name="begin">The mark the field began with, which holds the data of a form field.</param>
    /// <param name="hasResult">Whether it has a result.</param>
    public string? OwnText(OpenXmlElement begin, bool hasResult)
    {
        var form = begin.Child("ffData");
        return Name switch
        {
            "FORMCHECKBOX" => (form.Child("checkBox").Switch("checked") ?? form.Child("checkBox").Switch("default")) == true ? "☒" : "☐",
            "FORMDROPDOWN" => ChosenOf(form.Child("ddList")),
            "FORMTEXT" when !hasResult => form.Child("textInput").Child("default").Value() ?? "",
            "SYMBOL" when arguments is [var code, ..] => Symbol(code),
            _ => null,
        };
    }

    static string ChosenOf(OpenXmlElement? list) => list?.Where(entry => entry.LocalName == "listEntry")
        .ElementAtOrDefault(list.Child("result").Number() ?? list.Child("default").Number() ?? 0).Value() ?? "";

    string? Symbol(string code)
    {
        var isHex = code.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        return int.TryParse(isHex ? code[2..] : code, isHex ? NumberStyles.HexNumber : NumberStyles.None, CultureInfo.InvariantCulture,
            out var number)
            ? WordSymbols.Find(After("\\f") ?? "symbol", number) ?? "\uFFFD" // told as any character that cannot be shown
            : null;
    }

    /// <summary>The first argument that is neither a switch nor belongs to one.</summary>
    string? FirstArgument()
    {
        for (var at = 0; at < arguments.Length; at++)
        {
            if (!arguments[at].StartsWith('\\')) return arguments[at];
            if (arguments[at].ToLowerInvariant() is "\\l" or "\\o" or "\\t") at++;
        }

        return null;
    }

    string? After(string option)
    {
        var at = Array.FindIndex(arguments, argument => argument.Equals(option, StringComparison.OrdinalIgnoreCase));
        return at >= 0 && at + 1 < arguments.Length ? arguments[at + 1] : null;
    }

    [GeneratedRegex("\"([^\"]*)\"|[^\\s\"]+")]
    private static partial Regex Words();
}
