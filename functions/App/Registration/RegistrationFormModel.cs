using ThaffFunctions.Programme;

namespace ThaffFunctions.Registration;

/// <summary>The registration form of one session.</summary>
public sealed record RegistrationFormModel(SessionId Session);
