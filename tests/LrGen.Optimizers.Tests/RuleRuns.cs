using System.Numerics;
using LrGen.Reference.Optimizers;

namespace LrGen.Optimizers.Tests;

/// <summary>1,000 updates of a generated optimizer and of the reference with the same gradients.</summary>
internal static class RuleRuns
{
    public const int Steps = 1_000;

    /// <summary>Tensors of every length from less than one vector to several and a rest.</summary>
    public static int[][] Shapes { get; } = [.. Enumerable.Range(1, 70).Select(n => new[] { n })];

    /// <summary>Fails where parameters come apart.</summary>
    /// <param name="generated">The generated optimizer.</param>
    /// <param name="reference">The reference, which has the precision of <typeparamref name="T"/>.</param>
    /// <param name="share">How far, as a share of the parameter, or of 0.1 where it is smaller.</param>
    /// <param name="scheduled">Hyperparameters of the reference that change, and what they are at a step.</param>
    public static void Compare<T>(
        IOptimizer generated, ReferenceOptimizer reference, double share, params (string Name, Func<long, double> At)[] scheduled)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var random = new Random(7);
        T[][] parameters = [.. Shapes.Select(s => Random<T>(random, s[0], 1))];
        T[][] gradients = [.. Shapes.Select(s => new T[s[0]])];
        double[][] expected = [.. parameters.Select(Doubles)];
        for (int i = 0; i < Shapes.Length; i++)
            Add(generated, "t" + i, parameters[i], gradients[i]);
        for (int step = 0; step < Steps; step++)
        {
            foreach (var gradient in gradients)
                Random<T>(random, gradient.Length, 2).CopyTo(gradient, 0);
            foreach (var (name, at) in scheduled)
                reference.GetType().GetProperty(name)!.SetValue(reference, at(step));
            Assert.Equal(step, generated.Step);
            reference.Step(expected, [.. gradients.Select(Doubles)], generated.Rate);
            Assert.True(generated.Update());
            for (int i = 0; i < Shapes.Length; i++)
                Close(expected[i], Doubles(parameters[i]), share, "step " + step + ", tensor of " + Shapes[i][0]);
        }
    }

    /// <summary>Registers memory of either type.</summary>
    public static void Add<T>(IOptimizer optimizer, string name, T[] parameters, T[] gradients, ParameterGroup? group = null)
        where T : unmanaged
    {
        if (parameters is float[] singles)
            optimizer.Parameters.Add(name, singles, (float[])(object)gradients, group);
        else
            optimizer.Parameters.Add(name, (double[])(object)parameters, (double[])(object)gradients, group);
    }

    /// <summary>Fails where a number is off by more than a share of itself, or of 0.1 where it is smaller.</summary>
    public static void Close(double[] expected, double[] actual, double share, string where)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            // Written so that NaN fails.
            if (!(Math.Abs(actual[i] - expected[i]) <= share * Math.Max(Math.Abs(expected[i]), 0.1)))
                Assert.Fail(FormattableString.Invariant($"{where}, element {i}: {actual[i]:R} instead of {expected[i]:R}"));
        }
    }

    public static T[] Random<T>(Random random, int count, double scale)
        where T : INumberBase<T> => [.. Optimize.Normal(random, count, scale).Select(T.CreateTruncating)];

    public static double[] Doubles<T>(T[] values)
        where T : INumberBase<T> => Array.ConvertAll(values, double.CreateTruncating);
}
