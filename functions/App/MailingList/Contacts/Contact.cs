namespace ThaffFunctions.MailingList.Contacts;

/// <summary>Whose address it is, where staff entered it; people who sign up themselves are not asked.</summary>
/// <param name="Name">The person; may be empty.</param>
/// <param name="Organisation">May be empty.</param>
/// <param name="Kind">What the organisation is.</param>
public sealed record Contact(string Name, string Organisation, ContactKind Kind)
{
    public const int LongestText = 200;
}
