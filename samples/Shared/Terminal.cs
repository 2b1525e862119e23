using System.Globalization;
using System.Text;
using Spectre.Console;

namespace Samples;

/// <summary>The console that a sample writes to.</summary>
static class Terminal
{
    /// <summary>Makes output the same in every country, and plain where it goes to a file or a pipe.</summary>
    public static void Prepare()
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        Console.OutputEncoding = Encoding.UTF8;

        // In a file or a pipe: no colours (continuous-integration machines would switch them on), and lines as long as they are.
        if (Console.IsOutputRedirected)
        {
            AnsiConsole.Console = AnsiConsole.Create(new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.No,
                ColorSystem = ColorSystemSupport.NoColors,
                Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            });
            AnsiConsole.Profile.Width = int.MaxValue;
        }
    }
}
