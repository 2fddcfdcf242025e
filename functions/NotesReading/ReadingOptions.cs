namespace ThaffFunctions.NotesReading;

/// <summary>What the readers cannot know by themselves.</summary>
public sealed record ReadingOptions
{
    /// <summary>
    /// Whether a line names a section that matters to the caller. A numbered line in bold that does is a heading, not an item of a list.
    /// </summary>
    public Func<string, bool> NamesSection { get; init; } = _ => false;

    /// <summary>Told of every exception because of which a file is refused as damaged.</summary>
    public Action<ReadingFailure> Failed { get; init; } = _ => { };
}
