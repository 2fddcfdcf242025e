namespace AccessiblePdf.Writer.Images;

enum ImageProblem
{
    Unreadable,
    Cmyk,
    TooLarge,
    Overfull,
}
