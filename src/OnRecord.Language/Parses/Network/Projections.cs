namespace OnRecord.Language.Parses.Network;

/// <summary>
/// What a first layer makes of forms: a row of sums for each, which depends on the form alone. Those of a block's new forms are made together;
/// rows of forms that came back are kept, since most words of a text are few words.
/// </summary>
internal sealed unsafe class Projections : IDisposable
{
    private readonly Floats _inputs = new();
    private readonly Floats _fresh = new();
    private readonly Floats _kept = new();
    private int _width;

    /// <summary>Room for the inputs of the block's new forms.</summary>
    public float* Inputs(int forms, int width) => _inputs.Ensure((long)forms * width);

    /// <summary>Makes the rows of the block's new forms, whose inputs were written.</summary>
    public void Make(int forms, int inputWidth, int width, float* packed, float* bias)
    {
        _width = width;
        Forward.Affine(forms, width, inputWidth, _inputs.Data, inputWidth, packed, bias, _fresh.Ensure((long)forms * width), width);
    }

    /// <summary>Copies the row of a form of the block.</summary>
    public void Copy(Form form, float* target)
    {
        var source = form.Kept >= 0 ? _kept.Data + (long)form.Kept * _width : _fresh.Data + (long)form.Slot * _width;
        Buffer.MemoryCopy(source, target, _width * sizeof(float), _width * sizeof(float));
    }

    /// <summary>Keeps the row of a new form as row <paramref name="kept"/> of <paramref name="most"/>.</summary>
    public void Keep(Form form, int kept, int most)
    {
        if (_width == 0) return;
        var source = _fresh.Data + (long)form.Slot * _width;
        Buffer.MemoryCopy(source, _kept.Ensure((long)most * _width) + (long)kept * _width, _width * sizeof(float), _width * sizeof(float));
    }

    public void Dispose()
    {
        _inputs.Dispose();
        _fresh.Dispose();
        _kept.Dispose();
    }
}
