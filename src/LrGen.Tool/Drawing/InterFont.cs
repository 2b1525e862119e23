using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using ScottPlot;
using SkiaSharp;

namespace LrGen.Tool.Drawing;

/// <summary>
/// The font of the pictures: Inter, which the tool carries, because ScottPlot draws no text where no font is installed, as in most
/// containers, and because pictures then look the same everywhere.
/// </summary>
internal sealed class InterFont : IFontResolver
{
    public const string Name = "Inter";

    private static readonly Lazy<InterFont> s_instance = new(static () => new InterFont());

    private readonly SKTypeface _regular;
    private readonly SKTypeface _bold;

    private InterFont()
    {
        using var assembly = new PEReader(Resource.Open(Name)!);
        var files = AvaloniaResources(assembly);
        _regular = Typeface("/Assets/Inter-Regular.ttf");
        _bold = Typeface("/Assets/Inter-SemiBold.ttf");

        SKTypeface Typeface(string file)
        {
            using var data = SKData.CreateCopy(files[file]);
            return SKTypeface.FromData(data);
        }
    }

    /// <summary>Makes it the font of every plot.</summary>
    public static void Use()
    {
        if (Fonts.FontResolvers.Contains(s_instance.Value))
            return;
        Fonts.FontResolvers.Insert(0, s_instance.Value);
        Fonts.Default = Fonts.Sans = Fonts.Serif = Fonts.Monospace = Name;
    }

    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) =>
        fontName == Name ? weight >= FontWeight.SemiBold ? _bold : _regular : null;

    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) => fontName == Name ? bold ? _bold : _regular : null;

    /// <summary>
    /// The files in an assembly of Avalonia's: one resource that begins with the length of its index; the index has a version, a count, and
    /// for each file its path, offset and size; offsets count from the end of the index (AvaloniaResourcesIndex).
    /// </summary>
    private static Dictionary<string, byte[]> AvaloniaResources(PEReader assembly)
    {
        var metadata = assembly.GetMetadataReader();
        var resource = metadata.ManifestResources.Select(metadata.GetManifestResource).First(r => metadata.StringComparer.Equals(r.Name, "!AvaloniaResources"));
        var block = assembly.GetSectionData(assembly.PEHeaders.CorHeader!.ResourcesDirectory.RelativeVirtualAddress);
        var reader = block.GetReader((int)resource.Offset, block.Length - (int)resource.Offset);
        reader.ReadInt32();
        int indexLength = reader.ReadInt32();
        int data = reader.Offset + indexLength;
        reader.ReadInt32();
        var files = new Dictionary<string, byte[]>();
        for (int count = reader.ReadInt32(); count > 0; count--)
        {
            int length = reader.ReadCompressedLength();
            string path = Encoding.UTF8.GetString(reader.ReadBytes(length));
            int offset = reader.ReadInt32(), size = reader.ReadInt32();
            if (!path.EndsWith(".ttf", StringComparison.Ordinal))
                continue;
            var file = reader;
            file.Offset = data + offset;
            files[path] = file.ReadBytes(size);
        }

        return files;
    }
}

/// <summary>What BinaryWriter writes before a string.</summary>
file static class BlobReaderExtensions
{
    public static int ReadCompressedLength(this ref BlobReader reader)
    {
        int length = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte part = reader.ReadByte();
            length |= (part & 0x7F) << shift;
            if (part < 0x80)
                return length;
        }
    }
}
