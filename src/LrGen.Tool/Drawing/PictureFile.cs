using System.Text;
using LrGen.Tool.Output;
using SkiaSharp;

namespace LrGen.Tool.Drawing;

/// <summary>Writes pictures to files.</summary>
internal static class PictureFile
{
    /// <summary>The formats that there are, by the end of a file's name.</summary>
    public static void CheckName(string path)
    {
        if (Path.GetExtension(path).ToLowerInvariant() is not (".png" or ".svg"))
            throw new ToolException("'" + path + "' ends in neither .png nor .svg.");
    }

    /// <summary>Writes a file in the format of its extension.</summary>
    public static void Save(string path, int width, int height, Action<SKCanvas> render)
    {
        if (Path.GetExtension(path).Equals(".svg", StringComparison.OrdinalIgnoreCase))
        {
            using var text = new MemoryStream();
            // The canvas writes the end of the document when it is disposed.
            using (var canvas = SKSvgCanvas.Create(new SKRect(0, 0, width, height), text))
                render(canvas);
            // Who looks at it may not have the font.
            OutputFile.Write(path, Encoding.UTF8.GetString(text.ToArray()).Replace(
                "font-family=\"" + InterFont.Name + "\"", "font-family=\"" + InterFont.Name + ", Helvetica, Arial, sans-serif\"", StringComparison.Ordinal));
            return;
        }

        using var surface = SKSurface.Create(new SKImageInfo(width, height)) ?? throw new ToolException(
            "A picture of " + width + " by " + height + " pixels cannot be drawn; give a smaller --width and --height.");
        render(surface.Canvas);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        OutputFile.Write(path, data.SaveTo);
    }
}
