using Microsoft.Extensions.Options;
using ThaffFunctions.Operations.Health;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Site.About;

/// <summary>Reminds staff that the accessibility statement must be based on a review, and reviewed again within a year.</summary>
static class AccessibilityReview
{
    public static OperatorReminder Reminding(IOptions<AboutOptions> about, TimeProvider clock) =>
        () => Due(about.Value, Berlin.Date(clock.GetUtcNow()));

    /// <returns>What is to be done; null if nothing is.</returns>
    public static string? Due(AboutOptions about, DateOnly today) => about switch
    {
        { AccessibilityStatedOn: null } or { AccessibilityReviewedOn: null } =>
            "Die Erklärung zur Barrierefreiheit ist noch nicht überprüft. Nach der Prüfung trägt die Technik ein, wann sie erstellt und "
            + "wann sie überprüft wurde (About__AccessibilityStatedOn, About__AccessibilityReviewedOn).",
        { AccessibilityReviewedOn: { } reviewed } when reviewed.AddYears(1) <= today =>
            $"Die Erklärung zur Barrierefreiheit wurde zuletzt am {reviewed.ToString("d. MMMM yyyy", Berlin.German)} überprüft und ist "
            + "wieder fällig.",
        _ => null,
    };
}
