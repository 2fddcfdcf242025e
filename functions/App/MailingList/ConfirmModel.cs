using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.MailingList;

/// <summary>The page behind the link of the confirmation mail.</summary>
public sealed record ConfirmModel(Wish Wish) : IModelOf<ConfirmPage>;
