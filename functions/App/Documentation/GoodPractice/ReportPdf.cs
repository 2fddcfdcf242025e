using AccessiblePdf.Model;
using Microsoft.Extensions.Options;
using ThaffFunctions.Documentation.Publishing;
using ThaffFunctions.NotesReading.Languages;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Documentation.GoodPractice;

/// <summary>Prints the report: title page, contents, the report, contact.</summary>
public sealed class ReportPdf(IOptions<SiteOptions> site)
{
    /// <exception cref="InvalidDocumentException">The content cannot be written as an accessible PDF.</exception>
    internal PrintedFile Print(
        string title, IReadOnlyList<Block> content, DateTimeOffset changed, Figure? logo, bool isDraft) => PrintedFile.Of(new()
        {
            Title = title,
            Language = LanguageTag.German,
            Author = site.Value.Operator.Name,
            Subject = "Good Practice aus dem ThAFF Praxisaustausch",
            Keywords = ["ThAFF Praxisaustausch", "Good Practice"],
            Created = changed,
            RunningHeader = $"{(isDraft ? "Entwurf · " : "")}Good Practice · {title}",
            TitleBlock = new()
            {
                OnOwnPage = true,
                Overline = isDraft ? "Good Practice · Entwurf, nicht veröffentlicht" : "Good Practice · ThAFF Praxisaustausch",
                Lines = [.. site.Value.Publisher, $"Stand: {Berlin.Local(changed).ToString("d. MMMM yyyy", Berlin.German)}"],
                Logo = logo,
            },
            TableOfContents = new() { Depth = 1 },
            Blocks = [.. content, .. ContactBlocks.Of(site.Value)],
        });
}
