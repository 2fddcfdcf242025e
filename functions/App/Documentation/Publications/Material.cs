using ThaffFunctions.NotesReading;

namespace ThaffFunctions.Documentation.Publications;

/// <summary>What a document is made of, as it is now.</summary>
/// <param name="Fingerprint">Equal exactly if the same document comes of it.</param>
/// <param name="Rested">For how long it has been like this, by the storage's own clock.</param>
/// <param name="MakeAsync">Makes the document; staff are told what is wrong with the material meanwhile, once for each version of it.</param>
public sealed record Material(string Fingerprint, TimeSpan Rested, Func<CancellationToken, Task<Work>> MakeAsync);

/// <summary>What material comes to.</summary>
public abstract record Work
{
    Work() { }

    /// <summary>How what is marked as a draft would look, for staff; null where nothing is.</summary>
    public byte[]? Preview { get; init; }

    /// <summary>It changed while it was read: look again.</summary>
    public sealed record Overtaken : Work;

    /// <summary>Nothing is to be public.</summary>
    public sealed record Nothing : Work;

    /// <summary>It cannot be published; what was public stays.</summary>
    public sealed record Refused : Work;

    /// <summary>It can be published.</summary>
    /// <param name="Edition">What the entry will say.</param>
    /// <param name="Pdf">The file, at its beginning; whoever publishes closes it.</param>
    public sealed record Ready(PublishedEdition Edition, Stream Pdf) : Work
    {
        /// <summary>The content of its page; null where there is none.</summary>
        public string? Html { get; init; }

        /// <summary>The pictures on the page.</summary>
        public IReadOnlyList<Picture> Pictures { get; init; } = [];
    }
}
