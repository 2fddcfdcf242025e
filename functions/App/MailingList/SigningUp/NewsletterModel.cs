using ThaffFunctions.Shared.Web.Forms;
using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.MailingList.SigningUp;

/// <summary>The sign-up page: empty, or again with what was typed and what is wrong with it.</summary>
/// <param name="Typed">What was typed.</param>
/// <param name="Problems">What is wrong with it.</param>
/// <param name="Topics">To choose from.</param>
public sealed record NewsletterModel(SubscriptionFields Typed, FieldProblems Problems, IReadOnlyList<string> Topics)
    : IModelOf<NewsletterPage>;
