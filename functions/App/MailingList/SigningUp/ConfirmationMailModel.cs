using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.MailingList.SigningUp;

/// <param name="Link">To the page with the button.</param>
/// <param name="Expires">Until when it works.</param>
public sealed record ConfirmationMailModel(Uri Link, DateTimeOffset Expires) : IModelOf<ConfirmationMailBody>;
