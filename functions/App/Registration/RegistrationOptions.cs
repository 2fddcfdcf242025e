using System.ComponentModel.DataAnnotations;

namespace ThaffFunctions.Registration;

/// <summary>Section <c>Registration</c>.</summary>
public sealed record RegistrationOptions
{
    public const string Section = "Registration";

    /// <summary>How many persons may share one address in a session.</summary>
    [Range(1, 100)]
    public int PersonsPerAddress { get; init; } = 5;

    /// <summary>How many registrations one client may post in an hour.</summary>
    [Range(1, 1_000_000)]
    public int PostsPerClientAndHour { get; init; } = 60;

    /// <summary>How often a day the same registration is answered by mail.</summary>
    [Range(1, 100)]
    public int MailsPerRegistrationAndDay { get; init; } = 3;

    /// <summary>How many days after the session its manage links still work.</summary>
    [Range(1, 365)]
    public int ManageLinkDays { get; init; } = 30;

    /// <summary>How many days after the session everything about persons is erased.</summary>
    [Range(1, 3650)]
    public int RetentionDays { get; init; } = 90;
}
