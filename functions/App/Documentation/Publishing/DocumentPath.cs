using ThaffFunctions.Programme;

namespace ThaffFunctions.Documentation.Publishing;

/// <summary>
/// Names a document: a session's documentation, a year's volume or the Good Practice report. Folder and name are partition and row of its
/// entry in table documents. In container documentation its files are in <c>folder/name/version/</c>, and <c>folder/name.pdf</c> is a copy
/// of the published PDF, for people and programs that read the container directly.
/// </summary>
readonly record struct DocumentPath(string Folder, string Name)
{
    const string Extension = ".pdf";

    public static DocumentPath Of(SessionId id) => new($"{id.Year:0000}", id.Value);

    /// <summary>The session whose documentation this is; null for another document.</summary>
    public SessionId? Session => SessionId.Parse(Name) is { } id && Of(id) == this ? id : null;

    /// <summary>The document that a file of container documentation belongs to; null for a file that belongs to none.</summary>
    public static DocumentPath? OfFile(string file) => file.Split('/') switch
    {
        [var folder, var copy] when copy.EndsWith(Extension, StringComparison.Ordinal) => new(folder, copy[..^Extension.Length]),
        [var folder, var name, _, ..] => new(folder, name),
        _ => null,
    };

    /// <summary>The session whose preview a file of container entwurf is; null for another file.</summary>
    public static SessionId? SessionOfPreview(string file) =>
        SessionId.Parse(Path.GetFileNameWithoutExtension(file)) is { } id && Of(id).Preview == file ? id : null;

    /// <summary>The common prefix of its files' names. Names of other documents' files may begin with it, too.</summary>
    public string Prefix => $"{Folder}/{Name}";

    public string Copy => $"{Prefix}{Extension}";

    /// <summary>The name of its preview in container entwurf.</summary>
    public string Preview => Session is null ? Copy : $"{Name}{Extension}";

    public string Edition(string version) => $"{Prefix}/{version}/";

    public string Pdf(string version) => $"{Edition(version)}dokument{Extension}";

    public string Page(string version) => $"{Edition(version)}inhalt.html";

    public string Content(string version) => $"{Edition(version)}inhalt.json";

    public string Picture(string version, string name) => $"{Edition(version)}bilder/{name}";

    public string Material(string version, string name) => $"{Edition(version)}material/{name}";

    public override string ToString() => Prefix;
}
