namespace ThaffFunctions.Registration.Calling;

/// <summary>Something staff are to tell by telephone.</summary>
/// <param name="Mail">The delivery that cannot go: two mails of one kind are two calls.</param>
/// <param name="About">The mail as staff call it.</param>
public readonly record struct Call(string Mail, string About)
{
    public override string ToString() => $"{About}\t{Mail}";

    public static Call Parse(string stored) => stored.Split('\t') is [var about, var mail]
        ? new(mail, about) : throw new FormatException("No call.");
}
