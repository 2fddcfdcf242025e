using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.Staff;

/// <summary>A form was posted by somebody whose sign-in has ended.</summary>
/// <param name="Path">Where it was posted to.</param>
/// <param name="Fields">What was typed, to be posted again.</param>
public sealed record SignInAgainModel(string Path, IReadOnlyList<(string Name, string Value)> Fields) : IModelOf<SignInAgainPage>;
