using System.Buffers.Binary;
using System.Text;

namespace AccessiblePdf.Writer;

/// <summary>
/// The ICC profile of sRGB (IEC 61966-2-1), computed: version 2.1, matrix and curve (ICC.1:2001-04). It says what the file's colours mean
/// (ISO 19005-2, 6.2.4.2).
/// </summary>
static class SrgbProfile
{
    const int HeaderSize = 128, CurvePoints = 1024;

    public static byte[] Create()
    {
        var curve = Curve();
        ProfileTag[] tags =
        [
            new("desc", Description("sRGB")),
            new("cprt", "text\0\0\0\0No copyright\0"u8.ToArray()),
            new("wtpt", Xyz(0.9642, 1, 0.8249)),
            new("rXYZ", Xyz(0.43607, 0.22249, 0.01392)),
            new("gXYZ", Xyz(0.38515, 0.71687, 0.09708)),
            new("bXYZ", Xyz(0.14307, 0.06061, 0.7141)),
            new("rTRC", curve),
            new("gTRC", curve),
            new("bTRC", curve),
        ];

        var profile = new byte[HeaderSize + 4 + 12 * tags.Length
            + tags.Select(tag => tag.Data).Distinct().Sum(data => data.Length + 3 & ~3)];
        WriteHeader(profile);
        Int32(profile, HeaderSize, tags.Length);
        var (entry, free, written) = (HeaderSize + 4, HeaderSize + 4 + 12 * tags.Length, new Dictionary<byte[], int>());
        foreach (var (tag, data) in tags)
        {
            if (!written.TryGetValue(data, out var place))
            {
                written[data] = place = free;
                data.CopyTo(profile, place);
                free += data.Length + 3 & ~3;
            }
            Ascii(profile, entry, tag);
            Int32(profile, entry + 4, place);
            Int32(profile, entry + 8, data.Length);
            entry += 12;
        }
        return profile;
    }

    sealed record ProfileTag(string Tag, byte[] Data);

    static void WriteHeader(byte[] profile)
    {
        Int32(profile, 0, profile.Length);
        Int32(profile, 8, 0x02100000);
        Ascii(profile, 12, "mntrRGB XYZ ");
        BinaryPrimitives.WriteInt16BigEndian(profile.AsSpan(24), 2000); // year, month and day of the profile
        (profile[27], profile[29]) = (1, 1);
        Ascii(profile, 36, "acsp");
        Xyz(0.9642, 1, 0.8249).AsSpan(8).CopyTo(profile.AsSpan(68)); // the illuminant D50
    }

    static byte[] Curve()
    {
        var curve = new byte[12 + 2 * CurvePoints];
        Ascii(curve, 0, "curv");
        Int32(curve, 8, CurvePoints);
        for (var i = 0; i < CurvePoints; i++)
        {
            var value = i / (CurvePoints - 1.0);
            var linear = value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
            BinaryPrimitives.WriteUInt16BigEndian(curve.AsSpan(12 + 2 * i), (ushort)Math.Round(linear * 65535));
        }
        return curve;
    }

    static byte[] Xyz(double x, double y, double z)
    {
        var data = new byte[20];
        Ascii(data, 0, "XYZ ");
        Int32(data, 8, (int)Math.Round(x * 65536));
        Int32(data, 12, (int)Math.Round(y * 65536));
        Int32(data, 16, (int)Math.Round(z * 65536));
        return data;
    }

    /// <summary>The text in ASCII, and none in the two other forms the type has room for.</summary>
    static byte[] Description(string text)
    {
        var data = new byte[12 + text.Length + 1 + 78];
        Ascii(data, 0, "desc");
        Int32(data, 8, text.Length + 1);
        Ascii(data, 12, text);
        return data;
    }

    static void Ascii(byte[] target, int at, string text) => Encoding.ASCII.GetBytes(text).CopyTo(target, at);

    static void Int32(byte[] target, int at, int value) => BinaryPrimitives.WriteInt32BigEndian(target.AsSpan(at), value);
}
