using System.Text.RegularExpressions;
using AccessiblePdf.Model;
using ThaffFunctions.NotesReading;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Hosting;

namespace ThaffFunctions.Documentation.Sessions;

/// <summary>
/// Notes name another session by its id, as in <c>Beantwortet im Termin 2027-05-wohnen</c>. Readers get its title, and a link to its page.
/// </summary>
sealed partial class SessionReferences(IReadOnlyDictionary<SessionId, Session> programme, SiteOptions site)
{
    /// <summary>The same blocks with names instead of ids; an id that the programme does not have stays.</summary>
    public IReadOnlyList<Block> In(IReadOnlyList<Block> blocks) => new BlockMap(
        block => block is Paragraph paragraph ? paragraph with { Content = [.. paragraph.Content.SelectMany(Named)] } : block,
        inline => inline).Of(blocks);

    IEnumerable<Inline> Named(Inline inline)
    {
        if (inline is not TextRun run || Reference().Match(run.Text) is not { Success: true } found
            || SessionId.Parse(found.Groups["id"].Value) is not { } id || programme.GetValueOrDefault(id) is not { } session)
            return [inline];

        var (before, after) = (run.Text[..found.Index], run.Text[(found.Index + found.Length)..]);
        IEnumerable<Inline> rest = after.Length > 0 ? Named(run with { Text = after }) : [];
        Inline link = new Link(site.Link(session.Path), run with { Text = $"„{session.Title}“" });
        return before.Length > 0 ? [run with { Text = before }, link, .. rest] : [link, .. rest];
    }

    [GeneratedRegex(@"(?<=\b(?:Termin|Sitzung|Praxisaustausch)\s+)„?(?<id>20[0-9]{2}-[0-9]{2}-[a-z0-9]+(?:-[a-z0-9]+)*)“?")]
    private static partial Regex Reference();
}
