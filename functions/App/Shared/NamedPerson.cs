namespace ThaffFunctions.Shared;

/// <summary>A person who gave no address.</summary>
/// <param name="Address">What stands for it.</param>
/// <param name="Name">First and last name.</param>
/// <param name="About">What they are stored for, in German.</param>
public sealed record NamedPerson(EmailAddress Address, string Name, string About);
