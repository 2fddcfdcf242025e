using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.Campaigns.Invitations;

/// <param name="Session">What the mail invites to.</param>
/// <param name="Link">The session's page, where one registers.</param>
/// <param name="Calendar">The session's calendar file.</param>
/// <param name="Leave">The recipient's personal link to leave the list, or the placeholder for it.</param>
/// <param name="Settings">The recipient's personal link to choose what to get, or the placeholder for it.</param>
public sealed record InvitationModel(Session Session, Uri Link, Uri Calendar, string Leave, string Settings) : IModelOf<InvitationBody>;
