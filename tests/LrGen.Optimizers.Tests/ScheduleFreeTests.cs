using LrGen.Reference.Optimizers;

namespace LrGen.Optimizers.Tests;

/// <summary>Generated schedule-free rules beside their definitions, and their two kinds of parameters.</summary>
public sealed class ScheduleFreeTests
{
    /// <summary>float against the definition in double, over 300 updates: of the largest number of the tensor.</summary>
    private const double SingleBound = 3e-5;

    private static readonly List<Runs.Tensor> s_tensors = [new([37]), new([1]), new([5, 19]), new([70])];

    private static readonly Dictionary<string, (Func<IScheduleFree> Create, Func<int[][], ScheduleFreeRule<double>> Reference)> s_cases = new()
    {
        ["AdamW"] = (() => new ScheduleFreeAdamWDefault(), s => new ScheduleFreeAdamW<double>(s)),
        ["AdamW, options"] = (() => new ScheduleFreeAdamWOptions(), s => new ScheduleFreeAdamW<double>(s)
        {
            Beta1 = 0.6, Beta2 = 0.9, Epsilon = 1e-3, WeightDecay = 0.1, WarmupSteps = 50, StepPower = 1.5, RatePower = 0.5,
        }),
        ["Sgd"] = (() => new ScheduleFreeSgdDefault(), s => new ScheduleFreeSgd<double>(s)),
        ["Sgd, options"] = (() => new ScheduleFreeSgdOptions(), s => new ScheduleFreeSgd<double>(s)
        {
            Momentum = 0.5, WeightDecay = 0.1, WarmupSteps = 7, StepPower = 2, RatePower = 0,
        }),
    };

    public static TheoryData<string> Names => [.. s_cases.Keys];

    [Fact]
    public void Gives_the_golden_numbers_of_training_and_evaluation()
    {
        var series = GoldenSeries.All["G141"];
        var optimizer = new GoldenScheduleFree();
        double[] parameters = GoldenSeries.Start;
        foreach (var (gradient, expected) in GoldenSeries.Gradients.Zip(series.Steps))
        {
            optimizer.Update(parameters, gradient);
            Optimize.Close(expected, parameters);
        }

        optimizer.Evaluate(parameters);
        Optimize.Close(series.Evaluated!, parameters);
        optimizer.Train(parameters);
        Optimize.Close(series.Steps[^1], parameters);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Follows_the_definition_in_double(string name) =>
        Runs.FollowDouble(s_cases[name].Create(), Reference(name), s_tensors, 500, 1e-10);

    [Theory]
    [MemberData(nameof(Names))]
    public void Follows_the_definition_in_single_precision(string name)
    {
        double error = Runs.ErrorOfSingle(s_cases[name].Create(), Reference(name), s_tensors, 300);
        Assert.InRange(error, 0, SingleBound);
        Assert.NotEqual(0, error);
    }

    /// <summary>Turns to and fro every few updates, in registered memory and in one buffer.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Parameters_turn_into_the_average_and_back(string name)
    {
        Random random = new(3);
        IScheduleFree memory = s_cases[name].Create(), buffer = s_cases[name].Create();
        var reference = Reference(name);
        double[][] expected = [.. s_tensors.Select(t => Optimize.Normal(random, t.Length))];
        double[][] actual = [.. expected.Select(p => (double[])p.Clone())], gradients = [.. s_tensors.Select(t => new double[t.Length])];
        double[] all = [.. expected.SelectMany(p => p)];
        for (int i = 0; i < s_tensors.Count; i++)
        {
            memory.Parameters.Add("t" + i, actual[i], gradients[i]);
            buffer.Parameters.Add<double>("t" + i, null, s_tensors[i].Shape);
        }

        for (int step = 0; step < 60; step++)
        {
            if (step % 6 == 0)
            {
                // Twice is once, and before the first update it is nothing.
                for (int i = 0; i < 2; i++)
                {
                    memory.Evaluate();
                    buffer.Evaluate(all);
                    reference.Evaluate(expected);
                }

                Assert.True(memory.IsEvaluating && buffer.IsEvaluating);
                Compare();
                for (int i = 0; i < 2; i++)
                {
                    memory.Train();
                    buffer.Train(all);
                    reference.Train(expected);
                }

                Assert.False(memory.IsEvaluating || buffer.IsEvaluating);
                Compare();
            }

            double[][] next = Runs.Gradients(random, s_tensors);
            for (int i = 0; i < next.Length; i++)
                next[i].CopyTo(gradients[i], 0);
            reference.Step(expected, next, memory.Rate);
            memory.Update();
            buffer.Update(all, [.. next.SelectMany(g => g)]);
            Compare();
        }

        void Compare()
        {
            double[] flat = [.. expected.SelectMany(p => p)];
            Optimize.Close(flat, all, 1e-11, 1e-11);
            double[] joined = [.. actual.SelectMany(p => p)];
            Assert.Equal(all, joined);
        }
    }

    /// <summary>A turn rounds once: half of 2^-10 of a Half, half of 2^-23 of a float, with 1 − 1/β and 1 − β of it besides.</summary>
    [Fact]
    public void Half_and_float_turn_as_double_does()
    {
        Random random = new(4);
        float[] start = [.. Optimize.Normal(random, 100).Select(x => (float)(Half)x)];
        ScheduleFreeSgdDefault inHalf = new(), inSingle = new(), inDouble = new();
        Half[] halves = Array.ConvertAll(start, x => (Half)x);
        float[] singles = [.. start];
        double[] doubles = Array.ConvertAll(start, x => (double)x);
        for (int step = 0; step < 20; step++)
        {
            Half[] gradients = Array.ConvertAll(Optimize.Normal(random, 100), x => (Half)x);
            inHalf.Update(halves, gradients);
            inSingle.Update(singles, Array.ConvertAll(gradients, x => (float)x));
            inDouble.Update(doubles, Array.ConvertAll(gradients, x => (double)x));
        }

        Half[] before = [.. halves];
        inHalf.Evaluate(halves);
        inSingle.Evaluate(singles);
        inDouble.Evaluate(doubles);
        Optimize.Close(doubles, Array.ConvertAll(singles, x => (double)x), 1e-5, 1e-5);
        Optimize.Close(doubles, Array.ConvertAll(halves, x => (double)x), 1e-2, 1e-2);
        Assert.NotEqual(before, halves);
        inHalf.Train(halves);
        Optimize.Close(Array.ConvertAll(before, x => (double)x), Array.ConvertAll(halves, x => (double)x), 1e-3, 1e-3);
    }

    /// <summary>Saved in either mode, updates go on bit for bit.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Saved_state_goes_on_in_both_modes(string name)
    {
        foreach (bool evaluating in new[] { false, true })
        {
            Random random = new(6);
            IScheduleFree first = s_cases[name].Create(), second = s_cases[name].Create();
            float[] parameters = Array.ConvertAll(Optimize.Normal(random, 50), x => (float)x);
            for (int step = 0; step < 10; step++)
                first.Update(parameters, Gradient());
            if (evaluating)
                first.Evaluate(parameters);
            using MemoryStream stream = new();
            first.Save(stream);
            stream.Position = 0;
            second.Load(stream);
            Assert.Equal(evaluating, second.IsEvaluating);
            Assert.Equal(10, second.Step);
            float[] restored = [.. parameters];
            first.Train(parameters);
            second.Train(restored);
            for (int step = 0; step < 10; step++)
            {
                float[] gradient = Gradient();
                first.Update(parameters, gradient);
                second.Update(restored, gradient);
            }

            first.Evaluate(parameters);
            second.Evaluate(restored);
            Assert.Equal(parameters, restored);

            float[] Gradient() => Array.ConvertAll(Optimize.Normal(random, 50), x => (float)x);
        }
    }

    [Fact]
    public void Updates_of_parameters_to_evaluate_with_are_refused()
    {
        var optimizer = new ScheduleFreeSgdDefault();
        double[] parameters = [1, 2], gradients = [1, 1];
        optimizer.Update(parameters, gradients);
        optimizer.Evaluate(parameters);
        double[] evaluated = [.. parameters];
        var refused = Assert.Throws<InvalidOperationException>(() => optimizer.Update(parameters, gradients));
        Assert.Contains("Train", refused.Message);
        Assert.Throws<InvalidOperationException>(() => optimizer.Update());
        Assert.Equal(evaluated, parameters);
        Assert.Equal(1, optimizer.Step);
        optimizer.Train(parameters);
        Assert.True(optimizer.Update(parameters, gradients));
    }

    [Fact]
    public void Wrong_buffers_are_refused()
    {
        var optimizer = new ScheduleFreeSgdDefault();
        Assert.Contains("Evaluate", Assert.Throws<InvalidOperationException>(optimizer.Evaluate).Message);
        optimizer.Update(new float[2], new float[2]);
        Assert.Throws<ArgumentException>(() => optimizer.Evaluate(new float[3]));
        Assert.Throws<ArgumentException>(() => optimizer.Evaluate(new double[2]));
        Assert.Contains("has no memory", Assert.Throws<InvalidOperationException>(optimizer.Evaluate).Message);
        Assert.False(optimizer.IsEvaluating);
    }

    /// <summary>Tensors that join later start their own average, with their own warm-up.</summary>
    [Fact]
    public void Groups_and_late_tensors_have_their_own_steps()
    {
        Random random = new(8);
        ParameterGroup slow = new("slow") { RateScale = 0.25, DecaysWeights = false };
        var optimizer = new ScheduleFreeAdamWOptions();
        ScheduleFreeAdamW<double> fast = Plain(0.1), other = Plain(0);
        double[][] a = [Optimize.Normal(random, 9)], b = [Optimize.Normal(random, 9)];
        double[] c = [.. a[0]], d = [.. b[0]], ofC = new double[9], ofD = new double[9];
        optimizer.Parameters.Add("fast", c, ofC);
        for (int step = 0; step < 100; step++)
        {
            if (step == 30)
                optimizer.Parameters.Add("slow", d, ofD, slow);
            Optimize.Normal(random, 9).CopyTo(ofC, 0);
            Optimize.Normal(random, 9).CopyTo(ofD, 0);
            fast.Step(a, [ofC], optimizer.Rate);
            if (step >= 30)
                other.Step(b, [ofD], optimizer.Rate * 0.25);
            optimizer.Update();
        }

        Optimize.Close(a[0], c, 1e-11, 1e-12);
        Optimize.Close(b[0], d, 1e-11, 1e-12);
        optimizer.Evaluate();
        fast.Evaluate(a);
        other.Evaluate(b);
        Optimize.Close(a[0], c, 1e-11, 1e-12);
        Optimize.Close(b[0], d, 1e-11, 1e-12);

        static ScheduleFreeAdamW<double> Plain(double decay) => new([9])
        {
            Beta1 = 0.6, Beta2 = 0.9, Epsilon = 1e-3, WeightDecay = decay, WarmupSteps = 50, StepPower = 1.5, RatePower = 0.5,
        };
    }

    [Fact]
    public void What_is_known_at_run_time_is_checked_there()
    {
        double[] parameters = [1], gradients = [0.4];
        new RuntimeScheduleFree(0.5, 0).Update(parameters, gradients);
        Optimize.Close([0.96], parameters);
        new RuntimeScheduleFree(0.5, 4).Update(parameters, gradients);
        Optimize.Close([0.95], parameters);
        foreach (double beta in new[] { 0, 1, -1, double.NaN })
            Assert.Throws<ArgumentOutOfRangeException>(() => new RuntimeScheduleFree(beta, 0).Update(parameters, gradients));
    }

    private static ScheduleFreeRule<double> Reference(string name) => s_cases[name].Reference([.. s_tensors.Select(t => t.Shape)]);
}
