using Microsoft.CodeAnalysis.CSharp;

namespace LrGen.Analyzers.Tests.Harness;

/// <summary>A source that uses LrGen.</summary>
/// <param name="Name">What is particular about it.</param>
/// <param name="Markup">The source after <c>using LrGen;</c>; what is wrong is marked <c>{|LRG010:−1|}</c>.</param>
/// <param name="Message">The message of its first diagnostic, where it is checked.</param>
/// <param name="Language">The C# of the project.</param>
public sealed record Sample(string Name, string Markup, string? Message = null, LanguageVersion Language = LanguageVersion.Latest)
{
    /// <summary>What stands before everything: the mark of a diagnostic without a place of its own.</summary>
    public string Start { get; init; } = string.Empty;

    /// <summary>What an .editorconfig says, a line each.</summary>
    public string Settings { get; init; } = string.Empty;

    /// <summary>What the suggested edit makes of it; null where that is not checked.</summary>
    public string? Fixed { get; init; }

    /// <summary>The whole source.</summary>
    public string Source => Start + "using System;\nusing LrGen;\n\n" + Markup;
}

/// <summary>What one rule is tested on.</summary>
public abstract class RuleSamples
{
    /// <summary>The id of the rule.</summary>
    public abstract string Id { get; }

    /// <summary>Sources with a mistake, marked; the first ones with their messages.</summary>
    public abstract IEnumerable<Sample> Wrong { get; }

    /// <summary>Sources that differ as little as possible from a wrong one and are right.</summary>
    public abstract IEnumerable<Sample> Right { get; }

    /// <summary>The samples of all rules: one class for each in Samples/.</summary>
    public static IReadOnlyList<RuleSamples> All { get; } = [.. typeof(RuleSamples).Assembly.GetTypes()
        .Where(t => !t.IsAbstract && typeof(RuleSamples).IsAssignableFrom(t))
        .Select(t => (RuleSamples)Activator.CreateInstance(t)!)
        .OrderBy(r => r.Id, StringComparer.Ordinal)];

    /// <summary>A wrong method, what is said of it, and what the suggested edit makes of it.</summary>
    protected static Sample Mended(string name, string wrong, string? right, string? message = null) =>
        new(name, Method(wrong), message) { Fixed = right is null ? null : Method(right) };

    /// <summary>A method with these attributes.</summary>
    protected static string Method(string attributes, string parameters = "long step", string returns = "double") => $$"""
        static partial class Rates
        {
            [{{attributes}}]
            public static partial {{returns}} Rate({{parameters}});
        }
        """;

    /// <summary>A struct with these attributes.</summary>
    protected static string Struct(string attributes, string body = ";") => $$"""
        [{{attributes}}]
        readonly partial struct Rate{{body}}
        """;

    /// <summary>An optimizer with these attributes.</summary>
    protected static string Class(string attributes, string body = ";") => $$"""
        [{{attributes}}]
        sealed partial class Optimizer{{body}}
        """;

    /// <summary>A wrong optimizer, what is said of it, and what the suggested edit makes of it.</summary>
    protected static Sample MendedClass(string name, string wrong, string? right, string? message = null) =>
        new(name, Class(wrong), message) { Fixed = right is null ? null : Class(right) };

    /// <summary>A struct with attributes that metrics drive.</summary>
    protected static string Driven(string attributes, string body = ";") => $$"""
        [{{attributes}}]
        partial struct Driven{{body}}
        """;
}

/// <summary>What one rule about code that uses schedules is tested on.</summary>
public abstract class CallSiteSamples : RuleSamples
{
    /// <summary>A method that uses LrGen's declarations.</summary>
    protected static string Code(string body, string declarations = "") => $$"""
        static partial class Rates
        {
            [StepDecay(0.1, every: 30, factor: 0.5)]
            public static partial double PerEpoch(int epoch);

            [CosineDecay(0.1, steps: 10_000)]
            public static partial double PerStep(long step);
        {{declarations}}
        }

        static class Program
        {
            static void Train(int epochs, int stepsPerEpoch, Action<double> update)
            {
        {{body}}
            }
        }
        """;

    /// <summary>A method that trains with TorchSharp.</summary>
    protected static string Torch(string body, string declarations = "", string parameters = "") => $$"""
        using System.Linq;
        using TorchSharp;
        using TorchSharp.Modules;
        using static TorchSharp.torch;

        static partial class Rates
        {
            [StepDecay(0.1, every: 30, factor: 0.5)]
            public static partial double PerEpoch(int epoch);

            [CosineDecay(0.1, steps: 10_000)]
            public static partial double PerStep(long step);

            [CosineDecay(0.01, steps: 10_000)]
            public static partial double Other(long step);
        {{declarations}}
        }

        static class Program
        {
            static void Train(
                nn.Module<Tensor, Tensor> model, nn.Module<Tensor, Tensor, Tensor> criterion, System.Collections.Generic.IEnumerable<(Tensor X, Tensor Y)> loader{{(parameters.Length > 0 ? ", " + parameters : "")}})
            {
        {{body}}
            }

            static double Validate(nn.Module<Tensor, Tensor> model) => 0.5;
        }
        """;
}
