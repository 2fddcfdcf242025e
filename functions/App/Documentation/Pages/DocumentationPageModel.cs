using ThaffFunctions.Documentation.Sessions;
using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.Documentation.Pages;

/// <summary>The page of one documentation.</summary>
/// <param name="Documentation">What is published.</param>
/// <param name="Content">Its content, HTML of our own making.</param>
public sealed record DocumentationPageModel(PublishedDocumentation Documentation, string Content) : IModelOf<DocumentationPage>;
