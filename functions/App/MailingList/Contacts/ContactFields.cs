namespace ThaffFunctions.MailingList.Contacts;

/// <summary>An address that staff want on the list as they typed it, into the page's form or a line of a file, right or wrong.</summary>
/// <param name="Email">The address.</param>
/// <param name="Name">The person.</param>
/// <param name="Organisation">Where they work.</param>
/// <param name="Kind">What it is, in German; empty: a company.</param>
/// <param name="Regions">Keys or names; none: all.</param>
/// <param name="Sectors">Keys or names; none: all.</param>
/// <param name="Topics">Focus topics; none: all.</param>
/// <param name="Documentation">Whether they want to hear of new documentations, in German.</param>
/// <param name="Language">In which language they want to be written to; empty: in German.</param>
/// <param name="Source">Where they consented, and where the proof is kept.</param>
/// <param name="Given">The day on which they did.</param>
public sealed record ContactFields(
    string Email, string Name, string Organisation, string Kind, IReadOnlyList<string> Regions, IReadOnlyList<string> Sectors,
    IReadOnlyList<string> Topics, string Documentation, string Language, string Source, string Given)
{
    public static readonly ContactFields Empty = new("", "", "", "", [], [], [], "", "", "", "");
}
