using System.Text;

namespace ThaffFunctions.Shared.Text;

/// <summary>What bytes from outside may mean.</summary>
static class Encodings
{
    /// <summary>Throws a <see cref="DecoderFallbackException"/> where the bytes are no UTF-8.</summary>
    public static readonly Encoding StrictUtf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>What Excel and pages of old write; every byte means something in it.</summary>
    public static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
}
