namespace LrGen.Tool.Output;

/// <summary>How wide a picture of text is where no one says so.</summary>
internal static class TerminalWidth
{
    private const int OfFiles = 100;

    /// <summary>The width of the terminal less some characters at its end; another one in a file or a pipe.</summary>
    public static int Less(int characters)
    {
        try
        {
            return Console.IsOutputRedirected ? OfFiles : Math.Clamp(Console.WindowWidth - characters, 40, 200);
        }
        catch (IOException)
        {
            return OfFiles;
        }
    }
}
