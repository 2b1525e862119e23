using System.Text;

namespace LrGen.Tool.Output;

/// <summary>What all output of the tool goes through: no text reaches the terminal with what would control it.</summary>
internal sealed class VisibleWriter(TextWriter terminal) : TextWriter(terminal.FormatProvider)
{
    public override Encoding Encoding => terminal.Encoding;

    /// <summary>The terminal itself, for the tool's own cursor movements and colours.</summary>
    public TextWriter Terminal => terminal;

    /// <summary>The terminal behind a writer.</summary>
    public static TextWriter TerminalOf(TextWriter writer) => writer is VisibleWriter visible ? visible.Terminal : writer;

    public override void Write(char value) => Write(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

    public override void Write(string? value) => terminal.Write(Visible.Lines(value ?? string.Empty));

    // In one piece, so that a line break of Windows is not taken apart.
    public override void WriteLine(string? value) => Write(value + CoreNewLineText);

    public override void Flush() => terminal.Flush();

    private string CoreNewLineText => terminal.NewLine;
}
