// Prints what is in a package: its files, without those of the container, and the dependencies that it declares.
// Usage: dotnet run PackageContents.cs -- <package> <text that no file of it may contain>
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

using var package = ZipFile.OpenRead(args[0]);
foreach (var entry in package.Entries.OrderBy(e => e.FullName, StringComparer.Ordinal))
{
    if (entry.FullName == "[Content_Types].xml" || entry.FullName.StartsWith("_rels/") || entry.FullName.StartsWith("package/"))
        continue;

    using var stream = entry.Open();
    using var bytes = new MemoryStream();
    stream.CopyTo(bytes);
    Console.WriteLine(entry.FullName + (bytes.Length == 0 ? " (empty)" : ""));
    if (bytes.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(args[1])) >= 0)
        Console.WriteLine($"{entry.FullName} contains {args[1]}");
    if (!entry.FullName.EndsWith(".nuspec"))
        continue;

    bytes.Position = 0;
    foreach (var dependency in XDocument.Load(bytes).Descendants().Where(e => e.Name.LocalName == "dependency"))
        Console.WriteLine($"depends on {dependency.Attribute("id")?.Value} {dependency.Attribute("version")?.Value}");
}
