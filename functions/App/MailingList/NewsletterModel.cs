using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.MailingList;

/// <summary>The sign-up page: empty, or again with what was typed and what is wrong with it.</summary>
public sealed record NewsletterModel(SubscriptionFields Typed, FieldProblems Problems) : IModelOf<NewsletterPage>;
