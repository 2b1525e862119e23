using System.Text;
using LrGen.Tool.Input;

namespace LrGen.Tool.Output;

/// <summary>Writes the tool's files: beside their place and then moved, into their folder, which is made, and over none of the inputs.</summary>
internal static class OutputFile
{
    private static readonly UTF8Encoding s_encoding = new(encoderShouldEmitUTF8Identifier: false);

    public static void Write(string path, string text) => Write(path, stream => stream.Write(s_encoding.GetBytes(text)));

    /// <exception cref="ToolException">The file is an input, or cannot be written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        if (path.Length == 0)
            throw new ToolException("The path of the output is empty.");
        if (InputFile.WasRead(path))
            throw new ToolException("'" + path + "' is an input, and would be overwritten; give another output.");
        try
        {
            if (!RealPath.IsDevice(path) && Path.GetDirectoryName(RealPath.Of(path)) is { } folder)
                Directory.CreateDirectory(folder);
            FileReplacement.Write(path, write);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new ToolException("'" + path + "' cannot be written: " + failed.Message);
        }
    }
}
