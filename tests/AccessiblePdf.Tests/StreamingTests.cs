using AccessiblePdf.Model;

namespace AccessiblePdf.Tests;

public sealed class StreamingTests
{
    [Fact]
    public void Pages_leave_the_writer_as_they_are_drawn()
    {
        using var output = new ForwardOnly();
        var pages = PdfWriter.Write(
            Samples.Of([.. Enumerable.Range(0, 900)
                .Select(i => (Block)new Paragraph(string.Join(' ', Enumerable.Range(i, 5).Select(Samples.Text))))]), output).Pages;

        Assert.True(pages > 100);
        Assert.InRange(output.Writes, pages, int.MaxValue);
        Assert.InRange(output.Largest, 1, output.Total / 10);
    }

    /// <summary>A stream such as an HTTP answer: it cannot be read, sought or asked for its place.</summary>
    sealed class ForwardOnly : Stream
    {
        public int Writes { get; private set; }

        public int Largest { get; private set; }

        public long Total { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer) =>
            (Writes, Largest, Total) = (Writes + 1, Math.Max(Largest, buffer.Length), Total + buffer.Length);

        public override void Flush() { }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
