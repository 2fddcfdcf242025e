using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.Site.About;

/// <summary>The accessibility statement (Erklärung zur Barrierefreiheit).</summary>
public sealed record AccessibilityStatementModel(AboutOptions About) : IModelOf<AccessibilityStatementPage>
{
    /// <summary>Until somebody has looked, the statement claims no conformance.</summary>
    public bool IsReviewed => About is { AccessibilityStatedOn: not null, AccessibilityReviewedOn: not null };
}
