using ThaffFunctions.Documentation.Notes;
using ThaffFunctions.Documentation.Publishing;

namespace ThaffFunctions.Documentation.Staff;

/// <summary>How documents stand, in German.</summary>
static class DocumentWords
{
    public const string PublicStays = "veröffentlicht bleibt die vorige Fassung";

    public static DocumentState StateOf(DocumentEntry? entry) => entry switch
    {
        null or { Handled: null or NotesFolder.NoNotes, Edition: null } => DocumentState.None,
        { Edition.Version: var version, Handled: var handled } when version == handled => DocumentState.Public,
        { Preview: { } preview, Handled: var handled } when preview == handled => DocumentState.Draft,
        _ => DocumentState.Refused,
    };

    /// <summary>A volume is published as soon as a session of its year is, with or without a foreword.</summary>
    public static string OfVolume(DocumentEntry? volume) => volume?.Edition is null
        ? volume?.Preview is null ? "noch nichts darin" : "noch nichts darin; das Vorwort ist ein Entwurf"
        : volume.Preview is null ? Of(StateOf(volume), isPublic: true) : "veröffentlicht, ohne Vorwort: Es ist ein Entwurf";

    public static string Of(DocumentState state, bool isPublic) => state switch
    {
        DocumentState.None => "keine Mitschrift",
        DocumentState.Waiting => "wird gelesen",
        DocumentState.Draft => isPublic ? $"Entwurf; {PublicStays}" : "Entwurf",
        DocumentState.Public => "veröffentlicht",
        _ => isPublic ? $"nicht lesbar; {PublicStays}" : "nicht lesbar",
    };
}
