using ThaffFunctions.Programme;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.Registration.Needs;

/// <summary>What is needed is never repeated: it stands behind the personal link.</summary>
/// <param name="Session">What it is for.</param>
/// <param name="IsGranted">Or declined.</param>
/// <param name="Answer">What staff wrote; may be empty.</param>
/// <param name="Name">Whom it greets; null to greet without a name.</param>
/// <param name="Manage">The personal link.</param>
/// <param name="Language">The attendee's.</param>
public sealed record NeedAnswerMailModel(Session Session, bool IsGranted, string Answer, string? Name, Uri Manage, Language Language)
    : IModelOf<NeedAnswerMailBody>
{
    /// <summary>Whether they were told another answer before.</summary>
    public bool IsChanged { get; init; }

    public string Subject => Language.Say(
        $"{(IsChanged ? "Geänderte Antwort" : IsGranted ? "Zusage" : "Antwort")} zu Ihrem Bedarf am {Language.ShortMoment(Session.Start)}: {Session.InSubject}",
        $"{(IsChanged ? "Changed reply" : IsGranted ? "Yes" : "Reply")} to your needs on {Language.ShortMoment(Session.Start)}: {Session.InSubject}");
}
