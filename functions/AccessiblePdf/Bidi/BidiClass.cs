namespace AccessiblePdf.Bidi;

/// <summary>How a character takes part in the order of a line (UAX 9, table 4), with the names used there.</summary>
enum BidiClass
{
    L,
    R,
    AL,
    EN,
    ES,
    ET,
    AN,
    CS,
    NSM,
    BN,
    B,
    S,
    WS,
    ON,
    LRE,
    LRO,
    RLE,
    RLO,
    PDF,
    LRI,
    RLI,
    FSI,
    PDI,
}
