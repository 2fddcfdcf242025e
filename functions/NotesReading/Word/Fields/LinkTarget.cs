namespace ThaffFunctions.NotesReading.Word.Fields;

/// <summary>The target of a link: an address outside the document, or a bookmark in it.</summary>
sealed record LinkTarget(string? Address, string? Bookmark)
{
    /// <summary>What the author wrote of the target ("QuickInfo"); null for nothing.</summary>
    public string? Title { get; init; }

    /// <summary>Inside another document a bookmark is the fragment of the address, of which there is one at most.</summary>
    public static LinkTarget Of(string? address, string? bookmark)
    {
        if (string.IsNullOrEmpty(address)) return new(null, bookmark);

        var isMail = address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);
        return new(string.IsNullOrEmpty(bookmark) || isMail ? address : $"{address.Split('#')[0]}#{bookmark}", null);
    }
}
