using System.IO.Compression;
using System.Text.RegularExpressions;

namespace Words;

/// <summary>A paragraph as a network sees it.</summary>
/// <param name="Words">The numbers of its different words, as far as the vocabulary has them.</param>
/// <param name="FrequentWords">Those of them that are not rare.</param>
/// <param name="Part">The part of the novel that it stands in, from 0.</param>
sealed record Paragraph(int[] Words, int[] FrequentWords, int Part);

/// <summary>A division of the novel into paragraphs to train on and paragraphs to judge by.</summary>
sealed record Division(Paragraph[] Training, Paragraph[] HeldOut, int Vocabulary, int RareVocabulary);

/// <summary>A novel, cut into paragraphs and into as many parts of equal length.</summary>
sealed partial class Novel
{
    /// <summary>What is to be said of a paragraph: which of these parts it is from.</summary>
    public const int Parts = 16;

    /// <summary>A fifth of the paragraphs is held out, each fifth in turn.</summary>
    public const int Divisions = 5;

    /// <summary>The fewest paragraphs to train on, of all divisions; a constant, so that lengths in steps can be constants too.</summary>
    public const int TrainingParagraphs = 1_148;

    /// <summary>Words in fewer training paragraphs are no part of the vocabulary.</summary>
    public const int FewestParagraphs = 2;

    /// <summary>Words of the vocabulary in this many training paragraphs, or fewer, are rare.</summary>
    public const int MostParagraphsOfRare = 10;

    private const int FewestWords = 5;

    private readonly (string[] Words, int Part)[] _paragraphs;

    private Novel(string[][] paragraphs) =>
        _paragraphs = [.. paragraphs.Select((words, place) => (words, place * Parts / paragraphs.Length))];

    public static Novel Load(string path)
    {
        using var file = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        string[][] paragraphs =
        [
            .. file.ReadToEnd().ToLowerInvariant().ReplaceLineEndings("\n").Split("\n\n")
                .Select(paragraph => Word().Matches(paragraph).Select(match => match.Value).Distinct().ToArray())
                .Where(words => words.Length >= FewestWords),
        ];
        if (paragraphs.Length - (paragraphs.Length + Divisions - 1) / Divisions != TrainingParagraphs)
            throw new InvalidDataException($"{path} has {paragraphs.Length} paragraphs; another number is expected.");
        return new Novel(paragraphs);
    }

    /// <summary>Holds out every fifth paragraph.</summary>
    /// <param name="first">The first to hold out, from 0 to 4.</param>
    public Division Divide(int first)
    {
        var training = _paragraphs.Where((_, place) => place % Divisions != first);
        (string Word, int Paragraphs)[] vocabulary =
        [
            .. training.SelectMany(paragraph => paragraph.Words).CountBy(word => word)
                .Select(pair => (Word: pair.Key, Paragraphs: pair.Value))
                .Where(entry => entry.Paragraphs >= FewestParagraphs)
                .OrderByDescending(entry => entry.Paragraphs).ThenBy(entry => entry.Word, StringComparer.Ordinal),
        ];
        var numbers = vocabulary.Select((entry, number) => (entry.Word, number)).ToDictionary();
        int firstRare = vocabulary.Count(entry => entry.Paragraphs > MostParagraphsOfRare);

        return new Division(
            [.. training.Select(Encode)],
            [.. _paragraphs.Where((_, place) => place % Divisions == first).Select(Encode)],
            vocabulary.Length,
            vocabulary.Length - firstRare);

        Paragraph Encode((string[] Words, int Part) paragraph)
        {
            int[] words = [.. paragraph.Words.Where(numbers.ContainsKey).Select(word => numbers[word])];
            return new Paragraph(words, [.. words.Where(word => word < firstRare)], paragraph.Part);
        }
    }

    /// <summary>A word, with apostrophes inside.</summary>
    [GeneratedRegex("[a-z]+(?:'[a-z]+)*")]
    private static partial Regex Word();
}
