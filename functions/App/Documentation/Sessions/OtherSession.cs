using System.Globalization;
using System.Text.RegularExpressions;
using AccessiblePdf.Model;
using ThaffFunctions.Documentation.Notes;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Text;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Documentation.Sessions;

/// <summary>
/// Finds the session that notes plainly belong to, if it is not the one they were put to: by their title, by the one day that they begin
/// with, or by the names and subjects that only one session of the programme announces. In doubt it finds none: a session may well talk
/// about the subject of another one.
/// </summary>
static partial class OtherSession
{
    /// <summary>Shorter words belong to every title.</summary>
    const int LettersOfTitle = 4;

    /// <summary>One word of a title is a subject, which any text may have.</summary>
    const int EnoughOfTitle = 2;

    /// <summary>Shorter nouns belong to every subject; longer ones are compared by their beginnings, because endings change.</summary>
    const int LettersOfSubject = 5, LettersCompared = 7;

    /// <summary>A day in the first texts is that of the session; later ones are deadlines.</summary>
    const int TextsWithDay = 4;

    /// <summary>
    /// A text with more words besides the day tells something of it; a heading or one with fewer tells that it is the day.
    /// </summary>
    const int WordsWithDay = 4;

    /// <summary>How much of a session's words notes of it have, at least, and at most where they are of another.</summary>
    const double MostOfTitle = 0.6, ManySubjects = 0.4, HardlyAny = 0.25;

    /// <summary>So many subjects are no coincidence, if they are so many times more of the other session's than of its own.</summary>
    const int EnoughSubjects = 4, TimesMore = 2;

    static readonly string[] Days = ["d.MMMMyyyy", "d.M.yyyy", "yyyy-MM-dd"];

    /// <param name="own">The session whose folder the notes lie in.</param>
    /// <param name="programme">All sessions, that one too.</param>
    /// <param name="read">The notes.</param>
    public static Session? Find(Session own, IReadOnlyCollection<Session> programme, NotesReadResult.Done read)
    {
        List<string> texts = [.. BlockText.All(read.Content.Blocks)];
        var others = programme.Where(session => session.Id != own.Id).ToList();
        var title = read.Head.Title ?? (read.Content.Blocks[0] is Heading first ? BlockText.Of(first.Content) : "");
        return ByTitle(own, others, title) ?? ByDay(own, others, title, read.Content.Blocks) ?? BySubject(own, programme, texts);
    }

    static Session? ByTitle(Session own, List<Session> others, string title)
    {
        var words = WordsOf(title);
        return PartIn(own) > HardlyAny ? null
            : others.Where(session => PartIn(session) >= MostOfTitle && WordsOf(session.Title).Count(words.Contains) >= EnoughOfTitle)
                .MaxBy(PartIn);

        double PartIn(Session session) => Part(WordsOf(session.Title), words);
    }

    static Session? ByDay(Session own, List<Session> others, string title, IReadOnlyList<Block> blocks)
    {
        List<(string Text, bool IsHeading)> beginning =
        [
            (title, true),
            .. blocks.SelectMany(block => BlockText.All([block]).Select(text => (text, block is Heading))).Take(TextsWithDay),
        ];
        if (beginning.SelectMany(found => DaysIn(found.Text)).Contains(Berlin.Date(own.Start))) return null;

        var days = beginning.Where(found => found.IsHeading || IsLittleMoreThanDays(found.Text)).SelectMany(found => DaysIn(found.Text))
            .ToHashSet();
        return days.Count == 1 ? others.FirstOrDefault(session => days.Contains(Berlin.Date(session.Start))) : null;
    }

    static Session? BySubject(Session own, IReadOnlyCollection<Session> programme, List<string> texts)
    {
        var written = texts.SelectMany(FoldedText.Words).Select(Beginning).ToHashSet();
        var announced = programme.ToDictionary(session => session, SubjectsOf);
        var sessionsWith = announced.Values.SelectMany(words => words).CountBy(word => word).ToDictionary();
        var partOfOwn = FoundOf(own).Part;
        return (from session in programme
                let found = FoundOf(session)
                where found.Count >= EnoughSubjects && found.Part >= ManySubjects && found.Part >= TimesMore * partOfOwn
                    && partOfOwn <= HardlyAny
                orderby found.Part descending
                select session).FirstOrDefault();

        (int Count, double Part) FoundOf(Session session)
        {
            var words = announced[session].Where(word => sessionsWith[word] == 1).ToHashSet();
            return (words.Count(written.Contains), Part(words, written));
        }
    }

    /// <summary>The nouns, and the names of those who speak: in German both begin with a capital letter.</summary>
    static HashSet<string> SubjectsOf(Session session) =>
    [
        .. Noun().Matches(string.Join(' ', [session.Title, session.Focus, session.Description, .. session.Speakers]))
            .SelectMany(noun => FoldedText.Words(noun.Value)).Where(word => word.Length >= LettersOfSubject).Select(Beginning),
    ];

    static string Beginning(string word) => word.Length > LettersCompared ? word[..LettersCompared] : word;

    static HashSet<string> WordsOf(string title) => [.. FoldedText.Words(title).Where(word => word.Length >= LettersOfTitle)];

    static double Part(HashSet<string> words, HashSet<string> within) =>
        words.Count == 0 ? 0 : (double)words.Count(within.Contains) / words.Count;

    static IEnumerable<DateOnly?> DaysIn(string text) => DayWritten().Matches(text).Select(found => DayOf(found.Value));

    static bool IsLittleMoreThanDays(string text) => FoldedText.Words(DayWritten().Replace(text, "")).Count <= WordsWithDay;

    static DateOnly? DayOf(string written) =>
        DateOnly.TryParseExact(written.Replace(" ", "", StringComparison.Ordinal), Days, Berlin.German, DateTimeStyles.None, out var day)
            ? day : null;

    [GeneratedRegex(@"\b\d{1,2}\. ?(?:\d{1,2}\. ?|\p{Lu}\p{Ll}+ )20\d\d\b|\b20\d\d-\d\d-\d\d\b")]
    private static partial Regex DayWritten();

    [GeneratedRegex(@"\p{Lu}[\w-]+")]
    private static partial Regex Noun();
}
