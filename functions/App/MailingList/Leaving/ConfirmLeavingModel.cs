using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.MailingList.Leaving;

/// <summary>The page behind the link to leave. It names nobody.</summary>
/// <param name="Address">Its own, in German.</param>
public sealed record ConfirmLeavingModel(string Address) : IModelOf<ConfirmLeavingPage>;
