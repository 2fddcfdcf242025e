using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.MailingList.Choosing;

/// <summary>What a subscriber wants to hear of.</summary>
/// <param name="Chosen">As it stands.</param>
/// <param name="WrittenToIn">The language of the mails as it stands, whatever the page is in.</param>
/// <param name="Topics">To choose from.</param>
/// <param name="Address">The page's own, in German.</param>
/// <param name="Leave">Where one click leaves the list.</param>
/// <param name="IsSaved">It was changed just now.</param>
public sealed record NewsletterChoiceModel(
    Preferences Chosen, Language WrittenToIn, IReadOnlyList<string> Topics, string Address, Uri Leave, bool IsSaved)
    : IModelOf<NewsletterChoicePage>
{
    /// <summary>A topic as the value of a field: the values of a list must not contain commas.</summary>
    public static string KeyOf(string topic) => Uri.EscapeDataString(topic);
}
