using ThaffFunctions.NotesReading.Word;


namespace ThaffFunctions.NotesReading.Tests.Word;

/// <summary>A Word file read without storage.</summary>
/// <param name="Notes">null if it was refused.</param>
/// <param name="Remarks">What staff are told.</param>
sealed record WordReading(ParsedNotes? Notes, Remarks Remarks)
{
    public static WordReading Of(byte[] file)
    {
        var remarks = new Remarks();
        return new(new WordNotes(new()).Parse(file, "Sprache im Betrieb", remarks), remarks);
    }

    public NotesContent Content => Notes!.Compose(new Dictionary<string, Picture>());

    /// <summary>The content as markup.</summary>
    public string Markup => Tests.Markup.Of(Content);

    public IEnumerable<string> Hints => Remarks.Hints.Select(hint => hint.Text);
}
