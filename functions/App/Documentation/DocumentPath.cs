using ThaffFunctions.Programme;

namespace ThaffFunctions.Documentation;

/// <summary>
/// Where a document lies in container documentation: <c>folder/name.pdf</c>, and what belongs to one edition in a folder that is named by
/// the edition's version.
/// </summary>
public readonly record struct DocumentPath(string Folder, string Name)
{
    public const string GoodPracticeFolder = "good-practice";

    public static readonly DocumentPath GoodPractice = new(GoodPracticeFolder, "bericht");

    public static DocumentPath Of(SessionId id) => new(id.Value[..4], id.Value);

    public string Pdf => $"{Folder}/{Name}.pdf";

    public string Editions => $"{Folder}/{Name}/";

    public string Edition(string version) => $"{Editions}{version}/";

    public string Page(string version) => $"{Edition(version)}inhalt.html";

    public string Content(string version) => $"{Edition(version)}inhalt.json";

    public string Picture(string version, string name) => $"{Edition(version)}bilder/{name}";
}
