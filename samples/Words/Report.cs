using Spectre.Console;

namespace Words;

/// <summary>Writes the table: one row per update rule, its attributes below its name.</summary>
static class Report
{
    public static void Write(Contender[] contenders, Outcome[][] outcomes, Division division)
    {
        WriteRow("bold", "update rule", "bits", "right %", "rare words save");
        double least = outcomes.Min(runs => runs.Average(run => run.Bits));
        foreach (var (contender, runs) in contenders.Zip(outcomes))
        {
            WriteRow(
                runs.Average(run => run.Bits) == least ? "green" : "default",
                contender.Name,
                Statistics.MeanAndDeviation([.. runs.Select(run => run.Bits)], "F3"),
                Statistics.MeanAndDeviation([.. runs.Select(run => 100 * run.Accuracy)], "F1"),
                Statistics.MeanAndDeviation([.. runs.Select(run => run.RareBits)], "F3"));
            AnsiConsole.MarkupLineInterpolated($"[grey]  {contender.Attributes}[/]");
        }

        long updates = outcomes.Sum(runs => runs.Sum(run => run.Updates));
        long allocated = outcomes.Sum(runs => runs.Sum(run => run.AllocatedBytes));
        double rareInParagraph = division.HeldOut.Average(paragraph => paragraph.Words.Length - paragraph.FrequentWords.Length);
        double rareShare = (double)division.RareVocabulary / division.Vocabulary;
        double wordsInParagraph = division.HeldOut.Average(paragraph => paragraph.Words.Length);
        AnsiConsole.MarkupInterpolated($"""

            bits             of a held-out paragraph: −log₂ of the probability of the right part,
                             mean ± standard deviation over the seeds, each of which holds out one
                             of {Novel.Divisions} fifths; guessing has {Math.Log2(Novel.Parts):F0}
            right %          held-out paragraphs whose likeliest part is the right one; guessing
                             has {100.0 / Novel.Parts:F1}
            rare words save  the bits that are more without rare words: those in at most {Novel.MostParagraphsOfRare} of the
                             {division.Training.Length:N0} training paragraphs, {rareShare:P0} of the vocabulary, {rareInParagraph:F0} of the {wordsInParagraph:F0} words
                             of a paragraph

            {allocated:N0} bytes allocated in {updates:N0} updates.

            """);
    }

    private static void WriteRow(string style, string name, string bits, string right, string rareBits) =>
        AnsiConsole.MarkupLineInterpolated($"[{style}]{name,-22}{bits,15}{right,14}{rareBits,18}[/]");
}
