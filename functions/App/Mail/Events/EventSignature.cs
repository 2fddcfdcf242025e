using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using ThaffFunctions.Mail.Sending;

namespace ThaffFunctions.Mail.Events;

/// <summary>
/// Verifies the signature of SendGrid's posts: ECDSA P-256 with SHA-256 over timestamp and raw body. Events are retried for 24 hours, so
/// only what is older than 25 is refused; what is replayed within that time changes nothing. The sender's clock may be a little ahead.
/// </summary>
public sealed class EventSignature(IOptions<SendGridOptions> options, TimeProvider clock)
{
    const string SignatureHeader = "X-Twilio-Email-Event-Webhook-Signature";
    const string TimestampHeader = "X-Twilio-Email-Event-Webhook-Timestamp";

    static readonly TimeSpan Oldest = TimeSpan.FromHours(25);
    static readonly TimeSpan MaxAhead = TimeSpan.FromMinutes(5);

    public bool IsGenuine(IHeaderDictionary headers, byte[] body)
    {
        var timestamp = headers[TimestampHeader].ToString();
        return IsRecent(timestamp) && IsSigned(headers[SignatureHeader].ToString(), [.. Encoding.UTF8.GetBytes(timestamp), .. body]);
    }

    bool IsRecent(string timestamp) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds >= (clock.GetUtcNow() - Oldest).ToUnixTimeSeconds()
        && seconds <= (clock.GetUtcNow() + MaxAhead).ToUnixTimeSeconds();

    bool IsSigned(string signature, byte[] signed)
    {
        var bytes = new byte[signature.Length];
        if (!Convert.TryFromBase64String(signature, bytes, out var length)) return false;

        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(options.Value.WebhookPublicKey), out _);
        return key.VerifyData(signed, bytes.AsSpan(..length), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }
}
