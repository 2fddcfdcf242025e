using System.ComponentModel.DataAnnotations;

namespace ThaffFunctions.Shared.Hosting;

/// <summary>Validates base64 keys of a minimum length: one key, or several with different ids as <c>id=base64;id=base64</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
sealed class Base64KeysAttribute(int leastBytes) : ValidationAttribute("{0} holds no usable key in base64.")
{
    const int MaxNameLength = 8;

    public int LeastBytes { get; } = leastBytes;

    /// <summary>Whether each key has an id before it.</summary>
    public bool Named { get; init; }

    public override bool IsValid(object? value)
    {
        if (value is not string text) return false;
        if (!Named) return IsKey(text);

        var keys = text.Split(';').Select(key => key.Split('=', 2)).ToList();
        return keys.All(key => key is [{ Length: > 0 and <= MaxNameLength } name, var secret] && name.All(char.IsAsciiLetterOrDigit)
            && IsKey(secret))
            && keys.DistinctBy(key => key[0]).Count() == keys.Count;
    }

    bool IsKey(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) && length >= LeastBytes;
    }
}
