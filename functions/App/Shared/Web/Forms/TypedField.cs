namespace ThaffFunctions.Shared.Web.Forms;

/// <summary>A field of a form as it was posted.</summary>
/// <param name="Name">Its name in the form.</param>
/// <param name="Value">What was posted.</param>
/// <param name="Label">What a page calls it, in German; null for fields nobody typed.</param>
/// <param name="Shown">The value as a page shows it; null: as it was posted.</param>
public sealed record TypedField(string Name, string Value, string? Label = null, string? Shown = null);
