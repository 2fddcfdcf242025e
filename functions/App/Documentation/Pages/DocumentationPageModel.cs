using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Pages;

namespace ThaffFunctions.Documentation.Pages;

/// <summary>The page of one documentation.</summary>
/// <param name="Id">The session.</param>
/// <param name="Edition">What is published.</param>
/// <param name="Content">Its content, HTML of our own making.</param>
public sealed record DocumentationPageModel(SessionId Id, Edition Edition, string Content) : IModelOf<DocumentationPage>;
