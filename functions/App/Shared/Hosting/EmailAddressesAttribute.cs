using System.ComponentModel.DataAnnotations;

namespace ThaffFunctions.Shared.Hosting;

/// <summary>
/// Validates e-mail addresses separated by <c>;</c>: at least one, and each must be able to receive mail, because nobody would notice an
/// invalid one otherwise.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
sealed class EmailAddressesAttribute()
: ValidationAttribute("{0} holds something that is no e-mail address, or none; several are separated by a semicolon.")
{
    public static string[] Split(string addresses) =>
        addresses.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public override bool IsValid(object? value) =>
        value is string text && Split(text) is { Length: > 0 } addresses
            && addresses.All(address => EmailAddress.Read(address).Address is not null);
}
