using System.Text.RegularExpressions;

namespace ThaffFunctions.LocalHost.Mail;

/// <summary>An address that SendGrid accepts: ASCII on both sides of the @, the domain in punycode and with a dot.</summary>
static partial class EmailAddressRule
{
    public const string Message = "Does not contain a valid address.";

    public static bool Holds(string? email) => email is { Length: <= 254 } && Pattern().IsMatch(email);

    [GeneratedRegex(@"^(?=[^@]{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]\z")]
    private static partial Regex Pattern();
}
