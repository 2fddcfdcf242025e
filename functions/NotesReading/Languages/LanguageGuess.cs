namespace ThaffFunctions.NotesReading.Languages;

/// <summary>
/// The language a text is plainly written in, by the share of frequent function words that no other of these languages has. Good for a hint
/// and for doubting a file's own word, not for naming the language of a few words.
/// </summary>
static class LanguageGuess
{
    /// <summary>Fewer words say too little.</summary>
    const int FewestWords = 8;

    /// <summary>A term of two words may hold one that is frequent elsewhere.</summary>
    const int FewestToDoubt = 3;

    /// <summary>Running text has about twice as many.</summary>
    const double LeastShare = 0.15;

    /// <summary>With fewer function words, letters of a language are those of names.</summary>
    const int FewestBesideLetters = 2;

    /// <summary>Another language may have so much less, as with quoted terms.</summary>
    const int Lead = 3;

    static readonly (string Tag, string German, HashSet<string> Words, string Letters)[] Languages =
    [
        Of("de", "deutsch", "der das und ist nicht mit für von auf ein eine einen zu den dem wir sich werden wird auch im bei oder wie aus sind haben durch zum zur nach vor über kann können"),
        Of("en", "englisch", "the and of to is that for with are be this we from have has will it as by or at which can not their they our you your been more"),
        Of("fr", "französisch", "le les et est une pour dans que du au aux des sur par avec sont pas cette nous vous ils elle leur mais ou être"),
        Of("es", "spanisch", "el los las y para por del al se su sus como más pero esta este ser hay desde"),
        Of("it", "italienisch", "il gli di che è per non sono della delle dei nel alla più anche come questo questa"),
        Of("pl", "polnisch", "i w z na się nie że jest do od dla oraz jak są przez po"),
        Of("tr", "türkisch", "ve bir bu için ile olarak daha çok gibi veya olan değil kadar sonra ama mı", "ığ"),
        Of("vi", "vietnamesisch", "và của là các có được cho trong không người với những một này để khi đã tại hoặc cũng phải",
            "ơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"),
        Of("ro", "rumänisch", "și şi în nu cu sunt sau din pentru să că unei unui prin după poate această", "țţ"),
        Of("sq", "albanisch", "dhe të në për një që nga është janë nuk ose mund duhet kjo ky këtë"),
        Of("hu", "ungarisch", "és hogy nem egy csak vagy meg az ez ha kell lehet volt minden után", "őű"),
        Of("pt", "portugiesisch", "não uma com os em são também você ao pelo pela seu nas até", "ãõ"),
        Of("nl", "niederländisch", "het een van niet zijn voor met aan ook naar wordt worden deze dat bij kunnen heeft maar"),
    ];

    static readonly char[] Marks = [.. ".,;:!?()[]„“”\"'»«–-…/*"];

    /// <returns>null if no language leads clearly.</returns>
    public static (string Tag, string German)? Of(string text)
    {
        var words = WordsOf(text);
        if (words.Count(word => word.Length > 1) < FewestWords) return null; // single letters are also those of a word set wide

        var found = Languages.Select(language => (language.Tag, language.German, Count: CountOf(words, language.Words, language.Letters)))
            .OrderByDescending(language => language.Count).ToList();
        return found[0].Count >= words.Count * LeastShare && found[0].Count >= found[1].Count * Lead
            ? (found[0].Tag, found[0].German) : null;
    }

    /// <summary>
    /// Whether a text that is marked as one language has words of another one and none of its own. Names and terms have none of either.
    /// </summary>
    public static bool IsRather(string text, string other, string marked)
    {
        var words = WordsOf(text);
        return words.Count >= FewestToDoubt && CountOf(other) > 0 && CountOf(marked) == 0;

        // null for a language whose words are not known
        int? CountOf(string tag) => Array.Find(Languages, language => LanguageTag.AreSame(language.Tag, tag)).Words is { } known
            ? words.Count(known.Contains) : null;
    }

    static List<string> WordsOf(string text) => [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Select(word => word.Trim(Marks).ToLowerInvariant()).Where(word => word.Length > 0)];

    /// <summary>Languages that put endings where others put small words have few of these, but letters of their own.</summary>
    static int CountOf(List<string> words, HashSet<string> known, string letters)
    {
        var count = words.Count(known.Contains);
        return count < FewestBesideLetters || letters.Length == 0 ? count
            : words.Count(word => known.Contains(word) || word.AsSpan().ContainsAny(letters));
    }

    static (string, string, HashSet<string>, string) Of(string tag, string german, string words, string letters = "") =>
        (tag, german, [.. words.Split(' ')], letters);
}
