namespace LrGen.Tool.Output;

/// <summary>
/// Colours of a text in a terminal; in files, pipes and where NO_COLOR is set there are none (no-color.org; CLICOLOR_FORCE sets them always).
/// </summary>
internal sealed class Ink
{
    public static readonly Ink Red = new("31"), Green = new("32"), Yellow = new("33"), Cyan = new("36"), Bold = new("1"), Faint = new("2");

    // Select graphic rendition (ECMA-48, 8.3.117).
    private readonly string _on;

    private Ink(string code) => _on = "\e[" + code + "m";

    private const string Off = "\e[0m";

    /// <summary>Whether a writer leads to a terminal that shows colours.</summary>
    public static bool IsShown(TextWriter writer)
    {
        var terminal = VisibleWriter.TerminalOf(writer);
        bool isOutput = ReferenceEquals(terminal, Console.Out);
        if (!isOutput && !ReferenceEquals(terminal, Console.Error))
            return false;
        if (IsSet("NO_COLOR"))
            return false;
        return IsSet("CLICOLOR_FORCE")
            || (!(isOutput ? Console.IsOutputRedirected : Console.IsErrorRedirected) && Environment.GetEnvironmentVariable("TERM") != "dumb");
    }

    /// <summary>Writes a text, in this colour where there are colours. What would control the terminal is shown, as everywhere.</summary>
    public void Write(TextWriter writer, string text)
    {
        if (!IsShown(writer))
        {
            writer.Write(text);
            return;
        }

        var terminal = VisibleWriter.TerminalOf(writer);
        terminal.Write(_on);
        writer.Write(text);
        terminal.Write(Off);
    }

    private static bool IsSet(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value && value != "0";
}
