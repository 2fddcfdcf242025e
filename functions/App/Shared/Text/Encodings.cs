using System.Text;

namespace ThaffFunctions.Shared.Text;

/// <summary>The encodings of text from outside.</summary>
static class Encodings
{
    /// <summary>UTF-8 that throws a <see cref="DecoderFallbackException"/> for invalid bytes.</summary>
    public static readonly Encoding StrictUtf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The encoding of files from Excel and of old web pages; every byte is valid in it.</summary>
    public static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
}
