using System.Text;

namespace LrGen.Tool.Export;

/// <summary>A run as TensorBoard shows it: a folder with an event file.</summary>
/// <param name="Folder">Its name, which is a part of a path.</param>
/// <param name="Start">When it began.</param>
/// <param name="Scalars">Its values.</param>
internal sealed record EventRun(string Folder, DateTimeOffset Start, IEnumerable<(byte[] Tag, long Step, double Value, double Time)> Scalars)
{
    public void Write(Stream stream)
    {
        // The stream is the caller's to close.
        var buffer = new BufferedStream(stream, 1 << 16);
        var events = new EventFile(buffer, Start);
        foreach (var (tag, step, value, time) in Scalars)
            events.Scalar(tag, step, value, time);
        buffer.Flush();
    }

    /// <summary>A name as that of a folder: no part of it leads elsewhere.</summary>
    public static string FolderOf(string name)
    {
        var folder = new StringBuilder();
        foreach (char c in name)
            folder.Append(char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or '=' or ' ' or '(' or ')' ? c : '_');
        string text = folder.ToString().Trim(' ', '.');
        return text.Length == 0 ? "run" : text.Length > 100 ? text[..100] : text;
    }
}
