using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using ThaffFunctions.Documentation.Html;
using ThaffFunctions.NotesReading;
using ThaffFunctions.Shared.Hosting;

namespace ThaffFunctions.Documentation.Guide;

/// <summary>
/// The guide for the Redaktion: files of docs in Markdown that come with the app. They are read like session notes, so that their pages are
/// as accessible as a documentation.
/// </summary>
public sealed partial class GuideChapters(IReadOnlyList<INotesFormat> formats, IOptions<SiteOptions> site)
{
    /// <summary>The names of the files, in the order of the chapters.</summary>
    public static readonly IReadOnlyList<string> Names = ["month", "programme-file", "contacts-file", "notes-file", "insights"];

    readonly Lazy<IReadOnlyList<GuideChapter>> chapters = new(() => [.. Names.Select(name => Read(name, formats, site.Value))]);

    public IReadOnlyList<GuideChapter> All => chapters.Value;

    static GuideChapter Read(string name, IReadOnlyList<INotesFormat> formats, SiteOptions site)
    {
        using var stream = typeof(GuideChapters).Assembly.GetManifestResourceStream($"guide/{name}.md")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var text = LinkToChapter().Replace(reader.ReadToEnd(), $"]({site.BaseUrl.TrimEnd('/')}{ShowGuide.Path}/$1)");
        var title = text[2..text.IndexOf('\n', StringComparison.Ordinal)].Trim();
        var format = formats.First(format => format.Extension == ".md");
        var notes = format.Parse(Encoding.UTF8.GetBytes(text), title, new Remarks())!;
        return new(name, title, ContentHtml.Of($"{ShowGuide.Path}/{name}", notes.Compose(new Dictionary<string, Picture>())));
    }

    [GeneratedRegex(@"\]\(([a-z-]+)\.md\)")]
    private static partial Regex LinkToChapter();
}
