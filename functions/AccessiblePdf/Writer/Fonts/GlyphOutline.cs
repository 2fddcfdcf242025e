using System.Buffers.Binary;

namespace AccessiblePdf.Writer.Fonts;

/// <summary>The outline of a glyph as straight lines, in font units (OpenType 1.9, glyf).</summary>
static class GlyphOutline
{
    const int StepsOfACurve = 8;

    /// <summary>Gives each line of the glyph and of the glyphs it is composed of.</summary>
    /// <param name="font">The font.</param>
    /// <param name="glyph">The glyph.</param>
    /// <param name="shift">Where it stands in the glyph that contains it.</param>
    /// <param name="line">Takes a line from its start to its end.</param>
    public static void Trace(TrueTypeFont font, int glyph, (double X, double Y) shift,
        Action<(double X, double Y), (double X, double Y)> line)
    {
        var outline = font.OutlineOf(glyph);
        if (outline.IsEmpty) return;

        var contours = BinaryPrimitives.ReadInt16BigEndian(outline);
        if (contours < 0) TraceParts(font, outline[10..], shift, line);
        else TraceContours(outline, contours, shift, line);
    }

    static void TraceParts(TrueTypeFont font, ReadOnlySpan<byte> parts, (double X, double Y) shift,
        Action<(double X, double Y), (double X, double Y)> line)
    {
        const int words = 1, scale = 8, more = 0x20, twoScales = 0x40, matrix = 0x80;
        for (int at = 0, flags = more; (flags & more) != 0;)
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(parts[at..]);
            var part = BinaryPrimitives.ReadUInt16BigEndian(parts[(at + 2)..]);
            var (x, y) = (flags & words) != 0
                ? (BinaryPrimitives.ReadInt16BigEndian(parts[(at + 4)..]), BinaryPrimitives.ReadInt16BigEndian(parts[(at + 6)..]))
                : ((sbyte)parts[at + 4], (sbyte)parts[at + 5]);
            Trace(font, part, (shift.X + x, shift.Y + y), line); // the fonts here scale no part
            at += ((flags & words) != 0 ? 8 : 6)
                + ((flags & scale) != 0 ? 2 : (flags & twoScales) != 0 ? 4 : (flags & matrix) != 0 ? 8 : 0);
        }
    }

    static void TraceContours(ReadOnlySpan<byte> outline, int contours, (double X, double Y) shift,
        Action<(double X, double Y), (double X, double Y)> line)
    {
        var ends = outline[10..];
        var points = Points(outline, contours, shift);
        for (int contour = 0, first = 0; contour < contours; contour++)
        {
            var last = BinaryPrimitives.ReadUInt16BigEndian(ends[(2 * contour)..]);
            TraceContour(points.AsSpan(first, last + 1 - first), line);
            first = last + 1;
        }
    }

    static (double X, double Y, bool IsOn)[] Points(ReadOnlySpan<byte> outline, int contours, (double X, double Y) shift)
    {
        const int onCurve = 1, shortX = 2, shortY = 4, repeat = 8, sameX = 0x10, sameY = 0x20;
        var count = contours == 0 ? 0 : BinaryPrimitives.ReadUInt16BigEndian(outline[(8 + 2 * contours)..]) + 1;
        var at = 10 + 2 * contours;
        at += 2 + BinaryPrimitives.ReadUInt16BigEndian(outline[at..]);
        var flags = new byte[count];
        for (var i = 0; i < count;)
        {
            var flag = outline[at++];
            var times = (flag & repeat) != 0 ? 1 + outline[at++] : 1;
            while (times-- > 0) flags[i++] = flag;
        }

        var points = new (double X, double Y, bool IsOn)[count];
        var value = 0;
        for (var i = 0; i < count; i++)
            points[i] = (shift.X + (value += Step(outline, flags[i], shortX, sameX)), 0, (flags[i] & onCurve) != 0);
        value = 0;
        for (var i = 0; i < count; i++) points[i].Y = shift.Y + (value += Step(outline, flags[i], shortY, sameY));
        return points;

        int Step(ReadOnlySpan<byte> bytes, byte flag, int isShort, int isSame)
        {
            if ((flag & isShort) != 0) return (flag & isSame) != 0 ? bytes[at++] : -bytes[at++];
            if ((flag & isSame) != 0) return 0;
            at += 2;
            return BinaryPrimitives.ReadInt16BigEndian(bytes[(at - 2)..]);
        }
    }

    /// <summary>Between two points beside the curve lies one on it, in their middle.</summary>
    static void TraceContour(ReadOnlySpan<(double X, double Y, bool IsOn)> points, Action<(double X, double Y), (double X, double Y)> line)
    {
        if (points.Length < 2) return;

        var origin = points[0].IsOn ? (points[0].X, points[0].Y) : Middle(points[0], points[^1]);
        if (!points[0].IsOn && points[^1].IsOn) origin = (points[^1].X, points[^1].Y);
        var pen = origin;
        for (var i = 0; i <= points.Length; i++)
        {
            var point = points[i % points.Length];
            if (point.IsOn)
            {
                LineTo((point.X, point.Y));
                continue;
            }

            if (i == points.Length) break;
            var next = points[(i + 1) % points.Length];
            CurveTo((point.X, point.Y), next.IsOn ? (next.X, next.Y) : Middle(point, next));
        }

        LineTo(origin);

        void LineTo((double X, double Y) end)
        {
            line(pen, end);
            pen = end;
        }

        void CurveTo((double X, double Y) control, (double X, double Y) end)
        {
            var start = pen;
            for (var step = 1; step <= StepsOfACurve; step++)
            {
                var t = (double)step / StepsOfACurve;
                var (a, b, c) = ((1 - t) * (1 - t), 2 * t * (1 - t), t * t);
                LineTo((a * start.X + b * control.X + c * end.X, a * start.Y + b * control.Y + c * end.Y));
            }
        }
    }

    static (double X, double Y) Middle((double X, double Y, bool IsOn) one, (double X, double Y, bool IsOn) other) =>
        ((one.X + other.X) / 2, (one.Y + other.Y) / 2);
}
