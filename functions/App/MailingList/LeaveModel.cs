using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.MailingList;

/// <summary>The page behind the link to leave. It names nobody.</summary>
public sealed record LeaveModel : IModelOf<LeavePage>;
