using ThaffFunctions.Programme;
using ThaffFunctions.Shared;

namespace ThaffFunctions.MailingList.Choosing;

/// <summary>
/// Whom something concerns. Where nothing is named, it concerns everybody: a session online is near to all. Who wants to hear of it:
/// <see cref="Preferences.Include"/>.
/// </summary>
public sealed record Audience(IReadOnlyList<Region> Regions, IReadOnlyList<Sector> Sectors, IReadOnlyList<string> Topics)
{
    public static readonly Audience Everybody = new([], [], []);

    public static Audience Of(Session session) => new(
        session.Region is { } region ? [region] : [], session.Sectors, session.Focus.Length > 0 ? [session.Focus] : []);

    /// <summary>One line for each; neither keys nor topics have line breaks.</summary>
    internal string ToText() => string.Join('\n', ChoiceKeys.Join(Regions), ChoiceKeys.Join(Sectors), ChoiceKeys.Join(Topics));

    internal static Audience Read(string text) => text.Split('\n') is [var regions, var sectors, var topics]
        ? new(ChoiceKeys.Regions(regions), ChoiceKeys.Sectors(sectors), ChoiceKeys.Topics(topics))
        : throw new FormatException("This names nobody whom it concerns.");
}
