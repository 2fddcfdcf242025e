using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using ThaffFunctions.Shared.Hosting;

namespace ThaffFunctions.Shared.Links;

/// <summary>
/// Signed links: base64url of purpose, expiry (seconds since 1970, 0 = never), key id, subject and an HMAC-SHA256 over all of it.
/// The subject names a row (hashes, never an address); only this installation can make a token, and nobody can read a person from it.
/// </summary>
public sealed class LinkTokens(IOptions<SecretsOptions> secrets, TimeProvider clock)
{
    const int HeaderLength = 1 + 8 + 1;

    readonly IReadOnlyList<(string Id, byte[] Key)> keys = [.. secrets.Value.LinkKeys.Split(';').Select(ReadKey)];

    /// <param name="purpose">What the link allows.</param>
    /// <param name="subject">The row it is bound to.</param>
    /// <param name="expires">When it stops working; null for links that must always work, such as leaving the list.</param>
    public string Create(LinkPurpose purpose, string subject, DateTimeOffset? expires)
    {
        var (id, key) = keys[0];
        byte[] body = [(byte)purpose, .. Seconds(expires), (byte)id.Length, .. Encoding.ASCII.GetBytes(id),
            .. Encoding.UTF8.GetBytes(subject)];
        return Base64Url.EncodeToString([.. body, .. HMACSHA256.HashData(key, body)]);
    }

    /// <summary>
    /// The subject the token is bound to; null if it is tampered with, expired, made for something else or not a token at all.
    /// </summary>
    public string? Verify(LinkPurpose purpose, string? token)
    {
        if (token is null || !Base64Url.IsValid(token)) return null;

        var bytes = Base64Url.DecodeFromChars(token);
        var canonical = Base64Url.EncodeToString(bytes) == token; // one token, one spelling
        if (!canonical || bytes.Length < HeaderLength + HMACSHA256.HashSizeInBytes) return null;

        var body = bytes.AsSpan(..^HMACSHA256.HashSizeInBytes);
        var idLength = body[9];
        if (body.Length < HeaderLength + idLength) return null;

        var id = Encoding.ASCII.GetString(body.Slice(HeaderLength, idLength));
        var key = keys.FirstOrDefault(known => known.Id == id).Key;
        if (key is null || !CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(key, body), bytes.AsSpan(body.Length))) return null;

        var expires = BinaryPrimitives.ReadInt64BigEndian(body[1..]);
        var alive = expires == 0 || clock.GetUtcNow().ToUnixTimeSeconds() < expires;
        return alive && body[0] == (byte)purpose ? Encoding.UTF8.GetString(body[(HeaderLength + idLength)..]) : null;
    }

    static byte[] Seconds(DateTimeOffset? expires)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, expires?.ToUnixTimeSeconds() ?? 0);
        return bytes;
    }

    static (string, byte[]) ReadKey(string setting)
    {
        var equals = setting.IndexOf('=', StringComparison.Ordinal);
        return (setting[..equals], Convert.FromBase64String(setting[(equals + 1)..]));
    }
}
