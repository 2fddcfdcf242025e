namespace AccessiblePdf.Model;

/// <summary>How a <see cref="Chart"/> is drawn.</summary>
public enum ChartKind
{
    /// <summary>Horizontal bars.</summary>
    Bar,

    /// <summary>Lines from left to right.</summary>
    Line,
}
