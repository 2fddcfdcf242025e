using AccessiblePdf.Model;

namespace AccessiblePdf.Writer.Images;

sealed class UnusableImageException(ImageProblem problem, string message, Exception? cause = null) : Exception(message, cause)
{
    public DocumentProblem Problem { get; } = problem switch
    {
        ImageProblem.Cmyk => DocumentProblem.CmykImage,
        ImageProblem.TooLarge => DocumentProblem.ImageTooLarge,
        ImageProblem.Overfull => DocumentProblem.OverfullImage,
        _ => DocumentProblem.UnreadableImage,
    };
}
