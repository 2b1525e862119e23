using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LrGen.Benchmarks.Compilations;

/// <summary>A project that references LrGen and declares no schedule: what most projects of a solution are.</summary>
internal static class PlainProject
{
    public static SyntaxTree[] Parse(int files) =>
        [.. Enumerable.Range(0, files).Select(i => CSharpSyntaxTree.ParseText(Source(i), new CSharpParseOptions(LanguageVersion.Latest), $"File{i}.cs", Encoding.UTF8))];

    /// <summary>A compilation in which nothing is bound yet.</summary>
    public static CSharpCompilation Compile(SyntaxTree[] trees) => CSharpCompilation.Create(
        "Plain", trees, Consumer.References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>A class of loops, calls, lambdas, records and arithmetic, about a hundred lines.</summary>
    private static string Source(int index)
    {
        var text = new StringBuilder($$"""
            using System;
            using System.Collections.Generic;
            using System.Linq;

            namespace Plain;

            public sealed record Sample{{index}}(double[] Inputs, int Label, string Name);

            public sealed class Network{{index}}(int inputs, int outputs)
            {
                private readonly double[] _weights = new double[inputs * outputs];
                private double _learningRate = 0.1 / 3;
                private long _step;

            """);
        for (int i = 0; i < 6; i++)
        {
            text.Append($$"""

                    public double Train{{i}}(IEnumerable<Sample{{index}}> samples, int epochs, Func<int, double>? rate = null)
                    {
                        double loss = 0;
                        for (int epoch = 0; epoch < epochs; epoch++)
                        {
                            _learningRate = rate is null ? _learningRate * 0.95 : rate(epoch);
                            foreach (var sample in samples.Where(s => s.Inputs.Length == inputs).OrderBy(s => s.Name.Length))
                            {
                                for (int j = 0; j < _weights.Length; j++)
                                {
                                    double error = _weights[j] * sample.Inputs[j % inputs] - (sample.Label == j / inputs ? 1 : 0);
                                    _weights[j] -= _learningRate * error * sample.Inputs[j % inputs];
                                    loss += error * error / 2;
                                }

                                _step++;
                            }
                        }

                        return loss / Math.Max(1, _step);
                    }

                """);
        }

        return text.Append("}\n").ToString();
    }
}
