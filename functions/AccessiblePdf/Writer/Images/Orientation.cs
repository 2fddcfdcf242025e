namespace AccessiblePdf.Writer.Images;

/// <summary>How a camera held the picture (Exif 2.32, tag 0x0112): what to do with the stored rows to see it upright.</summary>
enum Orientation
{
    Upright = 1,
    Mirrored = 2,
    UpsideDown = 3,
    MirroredUpsideDown = 4,
    MirroredTurnedLeft = 5,
    TurnedRight = 6,
    MirroredTurnedRight = 7,
    TurnedLeft = 8,
}
