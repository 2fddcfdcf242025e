namespace AccessiblePdf.Model;

/// <summary>The colour of a <see cref="Callout"/>.</summary>
public enum CalloutTone
{
    /// <summary>Grey.</summary>
    Neutral,

    /// <summary>Blue.</summary>
    Information,

    /// <summary>Green.</summary>
    Success,

    /// <summary>Violet.</summary>
    Question,

    /// <summary>Amber.</summary>
    Warning,
}
