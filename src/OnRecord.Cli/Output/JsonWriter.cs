using System.Globalization;
using System.Text;

namespace OnRecord.Cli.Output;

/// <summary>Writes compact JSON. Unlike the framework's writer it keeps a lone surrogate, as the escape \uXXXX, so that positions and text come out as they went in.</summary>
internal sealed class JsonWriter
{
    private readonly StringBuilder _text = new();
    private bool _comma;

    public JsonWriter Object(Action<JsonWriter> members) => Nested('{', '}', () => members(this));

    public JsonWriter Array<T>(IEnumerable<T> items, Action<JsonWriter, T> each) => Nested('[', ']', () =>
    {
        foreach (var item in items)
        {
            Separate();
            each(this, item);
            _comma = true;
        }
    });

    public JsonWriter Name(string name)
    {
        Separate();
        Quote(name);
        _text.Append(':');
        _comma = false;
        return this;
    }

    public JsonWriter Value(string? value)
    {
        if (value is null) _text.Append("null");
        else Quote(value);
        return Wrote();
    }

    public JsonWriter Value(long? value)
    {
        _text.Append(value?.ToString(CultureInfo.InvariantCulture) ?? "null");
        return Wrote();
    }

    public JsonWriter Value(double? value)
    {
        _text.Append(value is { } number && double.IsFinite(number) ? number.ToString("0.################", CultureInfo.InvariantCulture) : "null");
        return Wrote();
    }

    public JsonWriter Value(bool value)
    {
        _text.Append(value ? "true" : "false");
        return Wrote();
    }

    public JsonWriter Value(DateOnly? value) => Value(value is { } day ? StatementText.Iso(day) : null);

    public JsonWriter Value(DateTimeOffset? value) => Value(value is { } moment ? StatementText.Moment(moment) : null);

    /// <summary>JSON that is written already.</summary>
    public JsonWriter Raw(string json)
    {
        _text.Append(json);
        return Wrote();
    }

    public JsonWriter Null() => Raw("null");

    public override string ToString() => _text.ToString();

    /// <summary>The line as UTF-8, with its line feed; every lone surrogate is an escape by now.</summary>
    public byte[] Line() => Encoding.UTF8.GetBytes(_text.ToString() + '\n');

    private JsonWriter Nested(char open, char close, Action content)
    {
        _text.Append(open);
        _comma = false;
        content();
        _text.Append(close);
        return Wrote();
    }

    private JsonWriter Wrote()
    {
        _comma = true;
        return this;
    }

    private void Separate()
    {
        if (_comma) _text.Append(',');
        _comma = false;
    }

    private void Quote(string value)
    {
        _text.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (c is '"' or '\\') _text.Append('\\').Append(c);
            else if (c == '\n') _text.Append("\\n");
            else if (c == '\r') _text.Append("\\r");
            else if (c == '\t') _text.Append("\\t");
            else if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1])) _text.Append(c).Append(value[++i]);
            else if (char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029') _text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else _text.Append(c);
        }
        _text.Append('"');
    }
}
