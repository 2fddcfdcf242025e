namespace AccessiblePdf.Model;

/// <summary>The document cannot become a conforming file. The message names the element and what is wrong with it.</summary>
public sealed class InvalidDocumentException : Exception
{
    internal InvalidDocumentException(DocumentProblem problem, string element, string message, Exception? cause = null)
        : base($"{element}: {message}", cause) => (Problem, Element) = (problem, element);

    /// <summary>What is wrong.</summary>
    public DocumentProblem Problem { get; }

    /// <summary>Where: the way to the element and the beginning of its text, such as <c>Blocks[3] Heading "Ergebnisse"</c>.</summary>
    public string Element { get; }
}
