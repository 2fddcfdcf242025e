using Azure.Data.Tables;

namespace ThaffFunctions.MailingList.Consents;

/// <summary>What is kept of a consent when its person is erased, as a row of table subscribers: no address, no choice.</summary>
static class ProofRow
{
    const string Prefix = "proof-";

    /// <summary>The row keys of the proofs kept of one person, from the first to before the second ('.' follows '-').</summary>
    public static (string From, string To) RangeOf(string subscriber) => ($"{Prefix}{subscriber}-", $"{Prefix}{subscriber}.");

    public static bool Is(TableEntity row) => row.RowKey.StartsWith(Prefix, StringComparison.Ordinal);

    /// <param name="consent">The row of the consent.</param>
    /// <param name="left">When the person left; the period of the proof runs from then.</param>
    public static TableEntity Of(TableEntity consent, DateTimeOffset left)
    {
        var proof = ConsentRow.WithoutChoice(consent, Prefix);
        (proof["State"], proof["LeftAt"]) = (nameof(SubscriberState.Left), left);
        return proof;
    }
}
