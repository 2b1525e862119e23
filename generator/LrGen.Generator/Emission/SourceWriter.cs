using System.Text;

namespace LrGen.Generator.Emission;

/// <summary>Writes indented text with the same line ends on every system.</summary>
internal sealed class SourceWriter
{
    private const char NewLine = '\n';

    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes one line, or an empty one.</summary>
    public void Line(string text = "")
    {
        if (text.Length > 0)
            _text.Append(' ', _depth * 4).Append(text);
        _text.Append(NewLine);
    }

    /// <summary>Writes several lines, each indented.</summary>
    public void Lines(string text)
    {
        foreach (string line in text.Split(NewLine))
            Line(line);
    }

    /// <summary>Opens a brace, below a header if there is one, and closes it when the result is disposed.</summary>
    public Block Braces(string header = "")
    {
        if (header.Length > 0)
            Line(header);
        Line("{");
        _depth++;
        return new Block(this);
    }

    /// <summary>Indents until the result is disposed.</summary>
    public Block Indented()
    {
        _depth++;
        return new Block(this, brace: false);
    }

    public override string ToString() => _depth == 0
        ? _text.ToString()
        : throw new InvalidOperationException("A block was not closed.");

    /// <summary>An open block.</summary>
    internal readonly struct Block(SourceWriter writer, bool brace = true) : IDisposable
    {
        public void Dispose()
        {
            writer._depth--;
            if (brace)
                writer.Line("}");
        }
    }
}
