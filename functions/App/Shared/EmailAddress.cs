using System.Globalization;
using System.Text.RegularExpressions;

namespace ThaffFunctions.Shared;

/// <summary>
/// An e-mail address that the mail service accepts: ASCII local part, domain in punycode and lower case, at most 254 characters (RFC 5321).
/// Or what stands for the address of a person who has none: it is theirs alone, and nobody can type it, since it has no @.
/// </summary>
public readonly partial record struct EmailAddress
{
    static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    /// <summary>What staff read in place of the address that a person does not have.</summary>
    public const string NoneShown = "keine E-Mail-Adresse";

    const string NonePrefix = "ohne-";

    EmailAddress(string value) => Value = value;

    public string Value { get; }

    /// <summary>Whether mails can be sent to it; false for what stands for the address of somebody who has none.</summary>
    public bool HasMailbox => Value.Contains('@', StringComparison.Ordinal);

    /// <summary>
    /// The key of a person: upper and lower case of the local part are treated as the same mailbox. Mail is always sent to the address as
    /// written.
    /// </summary>
    public string Canonical => Value.ToLowerInvariant();

    /// <summary>
    /// For limits alone, never to tell persons apart: sub-addresses (RFC 5233) mostly reach one mailbox, as do dots at some providers.
    /// </summary>
    public string Mailbox
    {
        get
        {
            if (!HasMailbox) return Value;

            var at = Value.LastIndexOf('@');
            var local = Value[..at].Split('+')[0].Replace(".", "", StringComparison.Ordinal);
            var domain = Value[(at + 1)..];
            return $"{local}@{(domain == "googlemail.com" ? "gmail.com" : domain)}".ToLowerInvariant();
        }
    }

    /// <summary>A mailto URI (RFC 6068); characters of the local part that are not allowed in a URI are percent-encoded.</summary>
    public string MailTo => Value.LastIndexOf('@') is var at && at > 0 ? $"mailto:{Uri.EscapeDataString(Value[..at])}{Value[at..]}" : "";

    public override string ToString() => HasMailbox ? Value : NoneShown;

    /// <summary>What stands for the address of a person who has none.</summary>
    /// <param name="person">A hash that is this person's alone.</param>
    public static EmailAddress OfNobodyElse(string person) => new(NonePrefix + person);

    /// <summary>All that stand for no address are from the first on and before the second; addresses may be, too.</summary>
    public static (string First, string End) RangeOfNone => (NonePrefix, NonePrefix[..^1] + '.'); // '.' follows '-'

    /// <summary>The same from a form that carried its <see cref="Value"/>; null for anything else.</summary>
    public static EmailAddress? ReadNone(string typed) => NoneValue().IsMatch(typed) ? new(typed) : null;

    /// <returns>The address, or what is wrong with it.</returns>
    public static (EmailAddress? Address, Bilingual? Problem) Read(string? typed)
    {
        var text = typed?.Trim(' ') ?? "";
        var at = text.LastIndexOf('@');
        if (at <= 0 || at == text.Length - 1) return (null, new(
            "Bitte geben Sie eine E-Mail-Adresse an, zum Beispiel name@firma.de.",
            "Please enter an e-mail address, for example name@company.com."));

        var local = text[..at];
        if (local.Any(c => c > 127))
            return (null, new(
                "E-Mail-Adresse: Der Teil vor dem @ darf keine Umlaute oder Sonderzeichen enthalten; unser Maildienst kann sie nicht zustellen.",
                "E-mail address: the part before the @ must not contain umlauts or special characters; our mail service cannot deliver to it."));
        if (local.Length > 64 || !LocalPart().IsMatch(local)) return (null, new(
            "E-Mail-Adresse: Der Teil vor dem @ ist nicht gültig.", "E-mail address: the part before the @ is not valid."));
        if (Domain(text[(at + 1)..]) is not { } domain) return (null, new(
            "E-Mail-Adresse: Der Teil nach dem @ ist kein gültiger Domainname.",
            "E-mail address: the part after the @ is not a valid domain name."));
        return local.Length + 1 + domain.Length > 254
            ? (null, new(
                "E-Mail-Adresse: höchstens 254 Zeichen sind möglich.", "E-mail address: at most 254 characters are possible."))
            : (new EmailAddress($"{local}@{domain}"), null);
    }

    /// <summary>An address from storage, which was validated when it was stored.</summary>
    public static EmailAddress Stored(string value) => new(value);

    static string? Domain(string typed)
    {
        try
        {
            var ascii = Idn.GetAscii(typed).ToLowerInvariant();
            return DomainName().IsMatch(ascii) ? ascii : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*\z")]
    private static partial Regex LocalPart();

    [GeneratedRegex(@"^ohne-[0-9a-f]{32}\z")]
    private static partial Regex NoneValue();

    /// <summary>A top-level domain begins with a letter; so an IP address does not match.</summary>
    [GeneratedRegex(@"^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])\z")]
    private static partial Regex DomainName();
}
