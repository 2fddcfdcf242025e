namespace AccessiblePdf.Tests;

/// <summary>
/// The rules that stand in for veraPDF here: none of its profiles' is left out, and each that matters finds what breaks it.
/// </summary>
public sealed class ProfileTests
{
    /// <summary>Clause and test numbers of veraPDF's profile for PDF/UA-1.</summary>
    const string Ua = "5-1..5 6.1-1 6.2-1 7.1-1..12 7.2-2..34 7.2-36..43 7.3-1 7.4.2-1 7.4.4-1..3 7.5-1..2 7.7-1 7.9-1..2 7.10-1..2 "
        + "7.11-1 7.15-1 7.16-1 7.18.1-1..3 7.18.2-1 7.18.3-1 7.18.4-1..2 7.18.5-1..2 "
        + "7.18.6.2-1..2 7.18.8-1 7.20-1..2 7.21.3.1-1 7.21.3.2-1 7.21.3.3-1..3 7.21.4.1-1..2 7.21.4.2-1..2 7.21.5-1 7.21.6-1..4 "
        + "7.21.7-1..2 7.21.8-1";

    /// <summary>Those of the profile for PDF/A-2a.</summary>
    const string A = "6.1.2-1..2 6.1.3-1..3 6.1.4-2 6.1.6-1..2 6.1.7.1-1..3 6.1.7.2-1 6.1.8-1 6.1.9-1 6.1.10-1 6.1.12-1..2 6.1.13-1..5 "
        + "6.1.13-7..11 6.2.2-1..2 6.2.3-1..3 6.2.4.2-1..2 6.2.4.3-2..4 6.2.4.4-1..2 "
        + "6.2.5-1..6 6.2.6-1 6.2.8-1..5 6.2.8.3-1..5 6.2.9-1..3 6.2.10-1..2 6.2.11.2-1..7 6.2.11.3.1-1 6.2.11.3.2-1 6.2.11.3.3-1..3 "
        + "6.2.11.4.1-1..2 6.2.11.4.2-1..2 6.2.11.5-1 6.2.11.6-1..4 6.2.11.7.2-1..2 "
        + "6.2.11.7.3-1 6.2.11.8-1 6.3.1-1 6.3.2-1..2 6.3.3-1..4 6.4.1-1..3 6.4.2-1..2 6.4.3-1..3 6.5.1-1..2 6.5.2-1..2 6.6.2.1-1..5 "
        + "6.6.2.3.1-1..2 6.6.2.3.2-1 6.6.2.3.3-1..18 6.6.4-1..7 6.7.2.2-1 6.7.3.3-1 "
        + "6.7.3.4-1..3 6.7.4-1 6.8-2 6.8-5 6.9-1..4 6.10-1..2 6.11-1";

    [Fact]
    public void Every_rule_of_both_profiles_is_checked_once()
    {
        var profiles = Ua.Split(' ').SelectMany(Rule.Expanded).Select(id => "UA:" + id)
            .Concat(A.Split(' ').SelectMany(Rule.Expanded).Select(id => "A:" + id));

        Assert.Equal(profiles.Order(StringComparer.Ordinal), Rule.All.SelectMany(rule => rule.EachId).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public void A_rule_finds_what_breaks_it(string rule, string damage)
    {
        var file = new CosFile(TaggedPdf.Bytes(Samples.Report()));
        Damage[damage](file);

        Assert.NotEmpty(Rule.All.Where(each => each.EachId.Contains(rule)).SelectMany(each => each.Broken(new(file))));
    }

    public static TheoryData<string, string> Damages => new()
    {
        { "UA:7.2-34", "no language" }, { "UA:7.2-29", "strange language" }, { "UA:6.2-1", "not marked" }, { "UA:7.1-10", "title hidden" },
        { "UA:7.1-11", "no structure" }, { "UA:7.1-5", "strange role" },
        { "UA:7.1-6", "standard role mapped" }, { "UA:7.1-3", "mark forgotten" }, { "UA:7.1-12", "wrong parent" },
        { "UA:7.2-17", "item outside a list" }, { "UA:7.2-10", "paragraph in a row" }, { "UA:7.2-15", "cell too wide" },
        { "UA:7.5-1", "no scope" }, { "UA:7.3-1", "no alternative text" }, { "UA:7.4.2-1", "skipped level" },
        { "UA:7.9-1", "no identifier" }, { "UA:7.18.5-2", "no description" }, { "UA:7.18.5-1", "lost link" },
        { "UA:7.18.3-1", "no tab order" }, { "A:6.3.2-1", "no flags" }, { "A:6.2.3-2", "no output intent" },
        { "A:6.2.11.5-1", "wrong widths" }, { "A:6.2.11.7.2-1", "no way to Unicode" }, { "A:6.2.11.4.1-1", "not embedded" },
        { "A:6.1.3-2", "encrypted" }, { "A:6.1.13-3", "long string" }, { "A:6.2.5-1", "transparency" }, { "A:6.6.2.1-1", "no metadata" },
        { "A:6.1.3-1", "no identifier of the file" }, { "UA:7.15-1", "a form" },
    };

    static readonly Dictionary<string, Action<CosFile>> Damage = new()
    {
        ["no language"] = file => Catalog(file).Remove("Lang"),
        ["strange language"] = file => Catalog(file)["Lang"] = new CosString("de_DE"u8.ToArray(), false),
        ["not marked"] = file => Catalog(file).Remove("MarkInfo"),
        ["title hidden"] = file => Catalog(file).Remove("ViewerPreferences"),
        ["no structure"] = file => Catalog(file).Remove("StructTreeRoot"),
        ["strange role"] = file => Element(file, "BlockQuote")["S"] = new CosName("Zitat"),
        ["standard role mapped"] = file =>
            file.Dictionary(file.Dictionary(Catalog(file), "StructTreeRoot"), "RoleMap")!["P"] = new CosName("Div"),
        ["mark forgotten"] = file => Element(file, "H1").Remove("K"),
        ["wrong parent"] = file => Element(file, "H1")["P"] = Element(file, "TR")["P"],
        ["item outside a list"] = file => Element(file, "L")["S"] = new CosName("Div"),
        ["paragraph in a row"] = file => Element(file, "TD")["S"] = new CosName("P"),
        ["cell too wide"] = file => Attribute(file, "TD", "ColSpan", 2.0),
        ["no scope"] = file => Element(file, "TH").Remove("A"),
        ["no alternative text"] = file => Element(file, "Figure").Remove("Alt"),
        ["skipped level"] = file => Element(file, "H2")["S"] = new CosName("H3"),
        ["no identifier"] = file => Element(file, "Note").Remove("ID"),
        ["no description"] = file => Link(file).Remove("Contents"),
        ["lost link"] = file => Link(file).Remove("StructParent"),
        ["no tab order"] = file => file.Dictionaries.First(dictionary => dictionary.Name("Type") == "Page").Remove("Tabs"),
        ["no flags"] = file => Link(file).Remove("F"),
        ["no output intent"] = file => Catalog(file).Remove("OutputIntents"),
        ["wrong widths"] = file => file.Dictionaries.First(dictionary => dictionary.ContainsKey("CIDToGIDMap")).Remove("W"),
        ["no way to Unicode"] = file => file.Dictionaries.First(dictionary => dictionary.ContainsKey("ToUnicode")).Remove("ToUnicode"),
        ["not embedded"] = file => file.Dictionaries.First(dictionary => dictionary.ContainsKey("FontFile2")).Remove("FontFile2"),
        ["encrypted"] = file => file.Trailer["Encrypt"] = new CosDictionary(),
        ["long string"] = file => Element(file, "Figure")["Alt"] = new CosString(new byte[40_000], false),
        ["transparency"] = file => file.Dictionaries.First(dictionary => dictionary.Name("Type") == "Page")["Group"] = new CosDictionary(),
        ["no metadata"] = file => Catalog(file).Remove("Metadata"),
        ["no identifier of the file"] = file => file.Trailer.Remove("ID"),
        ["a form"] = file => Catalog(file)["AcroForm"] = new CosDictionary(),
    };

    static CosDictionary Catalog(CosFile file) => file.Dictionary(file.Trailer, "Root")!;

    static CosDictionary Element(CosFile file, string role) =>
        file.Dictionaries.First(dictionary => dictionary.Name("S") == role && dictionary.Name("Type") == "StructElem");

    static CosDictionary Link(CosFile file) => file.Dictionaries.First(dictionary => dictionary.Name("Subtype") == "Link");

    static void Attribute(CosFile file, string role, string name, object value) =>
        Element(file, role)["A"] = new List<object?> { new CosDictionary { [name] = value } };
}
