namespace ThaffFunctions.Shared.Web.Pages;

/// <summary>Texts for results of search engines and for previews, which cut longer ones anywhere.</summary>
static class PageTitle
{
    public const int Most = 70;
    public const int MaxOfDescription = 160;
    const string Suffix = " · ThAFF Praxisaustausch";

    public static string Of(string title) => Shortened(title, Most - Suffix.Length) + Suffix;

    /// <summary>As many whole words as there is room for, in one line.</summary>
    public static string Shortened(string text, int most)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= most) return line;

        var end = line.LastIndexOf(' ', most - 1);
        return line[..(end > most / 2 ? end : most - 1)].TrimEnd(' ', ',', ':', ';', '–', '.') + "…";
    }
}
