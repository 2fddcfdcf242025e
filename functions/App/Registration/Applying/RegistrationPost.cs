using ThaffFunctions.Shared;

namespace ThaffFunctions.Registration.Applying;

/// <summary>What somebody posted to register, and how they are answered.</summary>
/// <param name="Typed">The fields.</param>
/// <param name="IsJson">Posted by a program, which is answered in JSON, not by a page.</param>
/// <param name="Language">Of the form.</param>
public sealed record RegistrationPost(RegistrationFields Typed, bool IsJson, Language Language);
