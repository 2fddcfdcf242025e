namespace ThaffFunctions.Staff;

/// <summary>A field of a <see cref="SharedForm{T}"/>.</summary>
/// <typeparam name="T">What the form is filled with.</typeparam>
/// <param name="Label">What the page calls it.</param>
/// <param name="Text">Its value; the same for what was stored and for what a browser posts of it unchanged.</param>
/// <param name="Take">The first value with this field of the second.</param>
/// <param name="Shown">The value as the page shows it; null: as it is.</param>
sealed record SharedField<T>(string Label, Func<T, string> Text, Func<T, T, T> Take, Func<T, string>? Shown = null);
