namespace AccessiblePdf.Writer.Fonts;

/// <summary>How a letter is joined to its neighbours.</summary>
enum JoiningForm
{
    /// <summary>To none.</summary>
    Isolated,

    /// <summary>To the one after it.</summary>
    Initial,

    /// <summary>To both.</summary>
    Medial,

    /// <summary>To the one before it.</summary>
    Final,
}
