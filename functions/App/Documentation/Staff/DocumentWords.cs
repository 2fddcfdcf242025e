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
    public static string OfVolume(DocumentEntry? volume) => volume switch
    {
        { Preview: not null, Edition: null } => "noch nichts darin; das Vorwort ist ein Entwurf",
        { Preview: not null } => "veröffentlicht, ohne Vorwort: Es ist ein Entwurf",
        _ when StateOf(volume) is var state and not DocumentState.None => Of(state, volume?.Edition is not null),
        _ => "noch nichts darin",
    };

    public static string Of(DocumentState state, bool isPublic) => state switch
    {
        DocumentState.None => "keine Mitschrift",
        DocumentState.Waiting => "wird gelesen",
        DocumentState.Draft => isPublic ? $"Entwurf; {PublicStays}" : "Entwurf",
        DocumentState.Public => "veröffentlicht",
        _ => isPublic ? $"nicht lesbar; {PublicStays}" : "nicht lesbar",
    };
}
