using ThaffFunctions.Documentation.Publications;
using ThaffFunctions.Shared.Pages;

namespace ThaffFunctions.GoodPractice;

/// <summary>The page of the report.</summary>
/// <param name="Edition">What is published.</param>
/// <param name="Content">Its content, HTML of our own making.</param>
public sealed record GoodPracticePageModel(PublishedEdition Edition, string Content) : IModelOf<GoodPracticePage>;
