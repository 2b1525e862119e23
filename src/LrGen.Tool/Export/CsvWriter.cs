using LrGen.Tool.Output;

namespace LrGen.Tool.Export;

/// <summary>Comma-separated values (RFC 4180), with line breaks of one character.</summary>
internal sealed class CsvWriter(TextWriter writer)
{
    private bool _isBehind;

    /// <summary>A number that is read back to the same bits; nothing where it is NaN and was not there.</summary>
    public void Number(double value, bool isThere = true) => Add(!isThere ? string.Empty : double.IsNaN(value) ? "NaN"
        : double.IsInfinity(value) ? value > 0 ? "Infinity" : "-Infinity" : RateText.Exact(value));

    public void Integer(long value) => Add(value.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public void Text(string text) => Add(text.AsSpan().IndexOfAny("\",\r\n") < 0 ? text : "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"");

    public void EndLine()
    {
        writer.Write('\n');
        _isBehind = false;
    }

    private void Add(string field)
    {
        if (_isBehind)
            writer.Write(',');
        writer.Write(field);
        _isBehind = true;
    }
}
