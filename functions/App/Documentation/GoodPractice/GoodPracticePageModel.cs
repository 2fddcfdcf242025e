using ThaffFunctions.Documentation.Publishing;
using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.Documentation.GoodPractice;

/// <summary>The page of the report.</summary>
/// <param name="Edition">What is published.</param>
/// <param name="Content">Its content, HTML of our own making.</param>
public sealed record GoodPracticePageModel(Edition Edition, string Content) : IModelOf<GoodPracticePage>;
