namespace OnRecord.Cli.Inputs;

/// <summary>A stream whose beginning can be looked at before it is read.</summary>
internal sealed class PeekStream(Stream inner) : Stream
{
    private readonly MemoryStream _ahead = new();

    /// <summary>The first byte that is not white space or a byte order mark, or -1 at the end.</summary>
    public int FirstByte()
    {
        for (int next; (next = inner.ReadByte()) >= 0;)
        {
            _ahead.WriteByte((byte)next);
            if (next is ' ' or '\t' or '\r' or '\n' or 0xEF or 0xBB or 0xBF) continue;
            _ahead.Position = 0;
            return next;
        }
        _ahead.Position = 0;
        return -1;
    }

    /// <summary>What is left, but no more than <paramref name="limit"/> bytes.</summary>
    public byte[] ReadAtMost(int limit)
    {
        var all = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; all.Length < limit && (read = Read(buffer, 0, (int)Math.Min(buffer.Length, limit - all.Length))) > 0;) all.Write(buffer, 0, read);
        return all.ToArray();
    }

    public override int Read(byte[] buffer, int offset, int count) =>
        _ahead.Position < _ahead.Length ? _ahead.Read(buffer, offset, count) : inner.Read(buffer, offset, count);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
