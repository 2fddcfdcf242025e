namespace ThaffFunctions.Documentation.Materials;

/// <summary>A kind of files that may be material.</summary>
/// <param name="Extension">Of the files' names.</param>
/// <param name="Name">What people call it.</param>
/// <param name="MediaType">As it is served.</param>
/// <param name="MainPart">The part that tells an Office file's kind (ECMA-376, Open Packaging Conventions); null for other files.</param>
public sealed record MaterialKind(string Extension, string Name, string MediaType, string? MainPart)
{
    const string Office = "application/vnd.openxmlformats-officedocument.";

    public static readonly IReadOnlyList<MaterialKind> All =
    [
        new(".pdf", "PDF", "application/pdf", null),
        new(".pptx", "PowerPoint", Office + "presentationml.presentation", "ppt/presentation.xml"),
        new(".xlsx", "Excel", Office + "spreadsheetml.sheet", "xl/workbook.xml"),
        new(".docx", "Word", Office + "wordprocessingml.document", "word/document.xml"),
    ];

    /// <summary>By a file's name; null if such files are no material.</summary>
    public static MaterialKind? Of(string name) =>
        All.FirstOrDefault(kind => name.EndsWith(kind.Extension, StringComparison.OrdinalIgnoreCase));
}
