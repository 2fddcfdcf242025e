using ThaffFunctions.Programme;

namespace ThaffFunctions.Documentation;

/// <summary>
/// Where a document lies in container documentation: what belongs to one edition in a folder that is named by the edition's version, and for
/// people and programs that read the container a copy of the PDF that is public, <c>folder/name.pdf</c>.
/// </summary>
public readonly record struct DocumentPath(string Folder, string Name)
{
    public const string GoodPracticeFolder = "good-practice";

    const string Extension = ".pdf";

    public static readonly DocumentPath GoodPractice = new(GoodPracticeFolder, "bericht");

    public static DocumentPath Of(SessionId id) => new(id.Value[..4], id.Value);

    /// <summary>The document that a file of the container belongs to; null for a file that belongs to none.</summary>
    public static DocumentPath? OfFile(string file) => file.Split('/') switch
    {
        [var folder, var copy] when copy.EndsWith(Extension, StringComparison.Ordinal) => new(folder, copy[..^Extension.Length]),
        [var folder, var name, _, ..] => new(folder, name),
        _ => null,
    };

    /// <summary>What the names of all its files begin with; those of others may too.</summary>
    public string Prefix => $"{Folder}/{Name}";

    public string Copy => $"{Prefix}{Extension}";

    public string Edition(string version) => $"{Prefix}/{version}/";

    public string Pdf(string version) => $"{Edition(version)}dokument{Extension}";

    public string Page(string version) => $"{Edition(version)}inhalt.html";

    public string Content(string version) => $"{Edition(version)}inhalt.json";

    public string Picture(string version, string name) => $"{Edition(version)}bilder/{name}";

    public override string ToString() => Prefix;
}
