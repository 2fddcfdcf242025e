namespace ThaffFunctions.NotesReading;

/// <summary>An exception while a file was read, without anything of its content.</summary>
/// <param name="Kind">The type of the exception.</param>
/// <param name="Place">The methods that were reading, innermost first.</param>
public sealed record ReadingFailure(string Kind, string Place)
{
    const int MaxFrames = 4;

    internal static ReadingFailure Of(Exception exception) => new(
        exception.GetType().Name,
        string.Join(" < ", new System.Diagnostics.StackTrace(exception).GetFrames()
            .Select(frame => System.Diagnostics.DiagnosticMethodInfo.Create(frame))
            .Where(method => method?.DeclaringTypeName?.StartsWith(typeof(ReadingFailure).Namespace!, StringComparison.Ordinal) == true)
            .Select(method => $"{method!.DeclaringTypeName!.Split('.')[^1]}.{method.Name}")
            .Take(MaxFrames)));
}
