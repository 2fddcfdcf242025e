using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;

namespace ThaffFunctions.Benchmarks.Campaign;

/// <summary>Rows of table subscribers as the product writes them.</summary>
static class Subscribers
{
    public const string Partitions = "0123456789abcdef", Domain = "@firma.example";

    /// <summary>What the app's row keys are made with.</summary>
    public static readonly string Secret = Convert.ToBase64String(new byte[32]);

    public static Task AddAsync(string storage, int count)
    {
        var table = new TableClient(storage, "subscribers");
        var chunks = Enumerable.Range(0, count).Select(number => $"person{number}{Domain}").Select(email => (Key: KeyOf(email), Email: email))
            .GroupBy(one => one.Key[..1]).SelectMany(partition => partition.Chunk(100));
        return Parallel.ForEachAsync(chunks, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (some, cancellation) =>
            await table.SubmitTransactionAsync(
                some.Select(one => new TableTransactionAction(TableTransactionActionType.Add, Row(one.Key, one.Email))), cancellation));
    }

    /// <summary>As the product's RowKeyHash.</summary>
    static string KeyOf(string email) => Convert.ToHexStringLower(
        HMACSHA256.HashData(Convert.FromBase64String(Secret), Encoding.UTF8.GetBytes($"{email.Length}:{email}")).AsSpan(..16));

    static TableEntity Row(string key, string email) => new(key[..1], key)
    {
        ["Email"] = email,
        ["State"] = "Active",
        ["Regions"] = "",
        ["Documentation"] = false,
        ["Sectors"] = "",
        ["Topics"] = "",
        ["Announcements"] = true,
        ["MailsThatDay"] = 0,
    };
}
