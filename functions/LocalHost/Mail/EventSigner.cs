using System.Security.Cryptography;
using System.Text;
using ThaffFunctions.LocalHost.Starting;

namespace ThaffFunctions.LocalHost.Mail;

/// <summary>
/// Signs the event webhook as Twilio SendGrid does: ECDSA P-256 with SHA-256 over the timestamp and the raw body, ASN.1 DER in base64. The
/// key pair is made once and kept, so that events signed before a restart are still believed after it.
/// </summary>
sealed class EventSigner(string dataFolder)
{
    readonly Lazy<ECDsa> _key = new(() =>
    {
        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(PrivateKeyFile(dataFolder)));
        return key;
    });

    /// <summary>The public key as SendGrid's settings page shows it: base64 of the SubjectPublicKeyInfo.</summary>
    public static string PublicKey(string dataFolder)
    {
        if (!File.Exists(PublicKeyFile(dataFolder))) Make(dataFolder);
        return File.ReadAllText(PublicKeyFile(dataFolder));
    }

    public string Sign(string timestamp, byte[] body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes(timestamp), .. body];
        return Convert.ToBase64String(_key.Value.SignData(signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
    }

    static void Make(string dataFolder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Folder.Write(PrivateKeyFile(dataFolder), key.ExportPkcs8PrivateKeyPem());
        Folder.Write(PublicKeyFile(dataFolder), Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()));
    }

    static string PrivateKeyFile(string dataFolder) => Path.Combine(dataFolder, "mail-events.pem");

    static string PublicKeyFile(string dataFolder) => Path.Combine(dataFolder, "mail-events.pub");
}
