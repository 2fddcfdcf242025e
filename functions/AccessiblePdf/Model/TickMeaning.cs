namespace AccessiblePdf.Model;

/// <summary>What a sign to tick says.</summary>
public enum TickMeaning
{
    /// <summary>An empty box: ☐, □, ◯, [ ].</summary>
    BoxEmpty,

    /// <summary>A ticked box: ☑, ☒, [x].</summary>
    BoxTicked,

    /// <summary>A tick without a box: ✓, ✅.</summary>
    Tick,

    /// <summary>A cross without a box: ✗, ❌.</summary>
    Cross,
}
