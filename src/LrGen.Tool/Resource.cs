namespace LrGen.Tool;

/// <summary>Files that the tool carries inside.</summary>
internal static class Resource
{
    public static IEnumerable<string> Names => typeof(Resource).Assembly.GetManifestResourceNames();

    public static Stream? Open(string name) => typeof(Resource).Assembly.GetManifestResourceStream(name);

    public static string? Text(string name)
    {
        if (Open(name) is not { } stream)
            return null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
