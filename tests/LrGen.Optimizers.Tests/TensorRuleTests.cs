using LrGen.Reference.Optimizers;
using Adjustment = LrGen.Reference.Optimizers.MuonAdjustment;

namespace LrGen.Optimizers.Tests;

/// <summary>Generated LAMB, LARS, Adafactor and Muon beside their definitions.</summary>
public sealed class TensorRuleTests
{
    /// <summary>float against the definition in double, over 300 updates: of the largest number of the tensor.</summary>
    private const double SingleBound = 3e-5;

    private static readonly int[][] s_any = [[37], [1], [5, 19], [23, 4], [1, 9], [9, 1], [3, 5, 18], [2, 3, 4, 5]];

    private static readonly int[][] s_matrices = [[5, 19], [23, 4], [1, 9], [9, 1], [17, 17], [33, 40], [40, 33]];

    private static readonly Dictionary<string, (Func<IOptimizer> Create, Func<int[][], ReferenceOptimizer> Reference)> s_cases = new()
    {
        ["Lamb"] = (() => new LambDefault(), s => new Lamb<double>(s)),
        ["Lamb, options"] = (() => new LambOptions(), s => new Lamb<double>(s)
        {
            Beta1 = 0.8, Beta2 = 0.95, Epsilon = 1e-3, WeightDecay = 0.1, GradientAveraging = false, TrustClip = true, MaxGradientNorm = null,
        }),
        ["Lamb, always"] = (() => new LambAlways(), s => new Lamb<double>(s) { WeightDecay = 0, AlwaysAdapt = true }),
        ["Lamb, plain"] = (() => new LambPlain(), s => new Lamb<double>(s) { WeightDecay = 0, MaxGradientNorm = 3 }),
        ["Lars"] = (() => new LarsDefault(), s => new Lars<double>(s) { Momentum = 0.9, WeightDecay = 0.01 }),
        ["Lars, options"] = (() => new LarsOptions(), s => new Lars<double>(s)
        {
            Momentum = 0.8, WeightDecay = 0.1, Nesterov = true, Trust = 0.02, Epsilon = 1e-3, TrustClip = true,
        }),
        ["Lars, always"] = (() => new LarsAlways(), s => new Lars<double>(s) { Momentum = 0.8, Dampening = 0.5, AlwaysAdapt = true }),
        ["Lars, plain"] = (() => new LarsPlain(), s => new Lars<double>(s) { Momentum = 0.8 }),
        ["Adafactor"] = (() => new AdafactorDefault(), s => new Adafactor<double>(s)),
        ["Adafactor, options"] = (() => new AdafactorOptions(), s => new Adafactor<double>(s)
        {
            Beta2Decay = -0.5, Epsilon1 = 0.2, Epsilon2 = 0.5, ClippingThreshold = 0.5, WeightDecay = 0.2,
        }),
        ["Muon"] = (() => new MuonDefault(), s => new Muon<double>(s)),
        ["Muon, options"] = (() => new MuonOptions(), s => new Muon<double>(s)
        {
            Momentum = 0.8, WeightDecay = 0.3, Nesterov = false, Coefficients = (1.875, -1.25, 0.375), Iterations = 3, Epsilon = 0.5,
            Adjustment = Adjustment.MatchRmsAdamW,
        }),
    };

    public static TheoryData<string> Names => [.. s_cases.Keys];

    [Theory]
    [InlineData("G139")]
    [InlineData("G140")]
    public void Gives_the_golden_numbers(string id)
    {
        IOptimizer optimizer = id == "G139" ? new GoldenLamb() : new GoldenLars();
        double[] parameters = GoldenSeries.Start;
        foreach (var (gradient, expected) in GoldenSeries.Gradients.Zip(GoldenSeries.All[id].Steps))
        {
            optimizer.Update(parameters, gradient);
            Optimize.Close(expected, parameters);
        }

        Assert.Equal(6, optimizer.Step);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Follows_the_definition_in_double(string name)
    {
        var tensors = Tensors(name);
        Runs.FollowDouble(s_cases[name].Create(), s_cases[name].Reference([.. tensors.Select(t => t.Shape)]), tensors, 500, 1e-10);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Follows_the_definition_in_single_precision(string name)
    {
        var tensors = Tensors(name);
        // The least mean of squares is of the precision.
        ReferenceOptimizer reference = name == "Adafactor"
            ? new Adafactor<double>([.. tensors.Select(t => t.Shape)]) { Epsilon1 = Math.ScaleB(1, -23) }
            : s_cases[name].Reference([.. tensors.Select(t => t.Shape)]);
        double error = Runs.ErrorOfSingle(s_cases[name].Create(), reference, tensors, 300);
        Assert.InRange(error, 0, SingleBound);
        Assert.NotEqual(0, error);
    }

    /// <summary>
    /// State and arithmetic are float, parameters are rounded after each update: with the same ones before, by half of 2^-10 each, a little more
    /// where the two arithmetics round to different sides.
    /// </summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Half_is_float_that_is_rounded(string name)
    {
        var tensors = Tensors(name);
        Random random = new(9);
        var optimizer = s_cases[name].Create();
        int[][] shapes = [.. tensors.Select(t => t.Shape)];
        ReferenceOptimizer reference = name == "Adafactor"
            ? new Adafactor<double>(shapes) { Epsilon1 = Math.ScaleB(1, -23) } : s_cases[name].Reference(shapes);
        for (int i = 0; i < tensors.Count; i++)
            optimizer.Parameters.Add<Half>("t" + i, null, shapes[i]);
        Half[] parameters = [.. tensors.SelectMany(t => Optimize.Normal(random, t.Length)).Select(x => (Half)x)];
        for (int step = 0; step < 30; step++)
        {
            Half[] gradients = [.. Runs.Gradients(random, tensors).SelectMany(g => g).Select(x => (Half)x)];
            double[][] expected = Runs.Split(Array.ConvertAll(parameters, x => (double)x), tensors);
            reference.Step(expected, Runs.Split(Array.ConvertAll(gradients, x => (double)x), tensors), optimizer.Rate);
            optimizer.Update(parameters, gradients);
            Optimize.Close([.. expected.SelectMany(p => p)], Array.ConvertAll(parameters, x => (double)x), 1.1 * Math.ScaleB(1, -11), 1e-4);
        }
    }

    /// <summary>A quarter of the rate, and no decay.</summary>
    [Theory]
    [InlineData("Lamb, options")]
    [InlineData("Lars")]
    [InlineData("Lars, options")]
    [InlineData("Lars, always")]
    [InlineData("Adafactor, options")]
    [InlineData("Muon")]
    public void Groups_have_their_rate_and_their_decay(string name)
    {
        ParameterGroup slow = new("slow") { RateScale = 0.25, DecaysWeights = false };
        Runs.Tensor[] tensors = [new([7, 9]), new([7, 9], slow)];
        Split reference = new(s_cases[name].Reference([[7, 9]]), s_cases[name].Reference([[7, 9]]));
        // What a group without decay is in the definition.
        dynamic undecayed = reference.Second;
        undecayed.WeightDecay = 0.0;
        Runs.FollowDouble(s_cases[name].Create(), reference, tensors, 100, 1e-10);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Norms_are_of_gradients_that_are_averaged_scaled_and_clipped(bool isAdafactor)
    {
        Random random = new(10);
        IOptimizer optimizer = isAdafactor ? new AdafactorHandling() : new LarsHandling();
        ReferenceOptimizer reference = isAdafactor ? new Adafactor<double>([6, 5]) : new Lars<double>([6, 5]) { WeightDecay = 0.1 };
        optimizer.GradientScale = 0.75;
        optimizer.Parameters.Add<double>("t", null, 6, 5);
        double[] parameters = Optimize.Normal(random, 30);
        double[][] expected = [[.. parameters]];
        for (int step = 0; step < 20; step++)
        {
            double[] first = Optimize.Normal(random, 30), second = Optimize.Normal(random, 30);
            Assert.False(optimizer.Update(parameters, first));
            Assert.True(optimizer.Update(parameters, second));
            double[] gradient = [.. first.Zip(second, (x, y) => Math.Clamp(((0.75 * x) + (0.75 * y)) / 2, -0.5, 0.5))];
            double factor = Math.Min(1, 1 / (Math.Sqrt(gradient.Sum(x => x * x)) + 1e-6));
            Assert.NotEqual(1, factor);
            reference.Step(expected, [[.. gradient.Select(x => x * factor)]], optimizer.Rate);
            Optimize.Close(expected[0], parameters, 1e-11, 1e-12);
        }
    }

    [Fact]
    public void A_clipping_norm_of_run_time_may_be_0()
    {
        foreach (double norm in new[] { 0, 0.25 })
        {
            double[] parameters = [1, -2];
            double[][] expected = [[1, -2]];
            Lamb<double> reference = new([2]) { MaxGradientNorm = norm > 0 ? norm : null };
            RuntimeLamb optimizer = new(norm);
            foreach (double[] gradient in GoldenSeries.Gradients)
            {
                optimizer.Update(parameters, gradient);
                reference.Step(expected, [gradient], 0.1);
                Optimize.Close(expected[0], parameters, 1e-11, 1e-12);
            }
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => new RuntimeLamb(-1).Update(new double[1], new double[1]));
    }

    /// <summary>All scratch is left out: what is saved of a matrix is its momentum, or its rows and columns.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Saved_state_goes_on_bit_for_bit(string name)
    {
        var tensors = Tensors(name);
        Random random = new(7);
        IOptimizer first = s_cases[name].Create(), second = s_cases[name].Create();
        for (int i = 0; i < tensors.Count; i++)
            first.Parameters.Add<float>("t" + i, null, tensors[i].Shape);
        float[] parameters = [.. tensors.SelectMany(t => Optimize.Normal(random, t.Length)).Select(x => (float)x)];
        for (int step = 0; step < 5; step++)
            first.Update(parameters, Gradient());
        using MemoryStream stream = new();
        first.Save(stream);
        int numbers = tensors.Sum(t => name[..2] switch
        {
            "La" when name.StartsWith("Lamb") => 2 * t.Length,
            "Ad" when t.Shape.Length > 1 => (t.Length / t.Shape[^1]) + (t.Length / t.Shape[^2]),
            _ => t.Length,
        });
        Assert.InRange(stream.Length, 4 * numbers, (4 * numbers) + 200 + (80 * tensors.Count));
        stream.Position = 0;
        second.Load(stream);
        float[] restored = [.. parameters];
        for (int step = 0; step < 5; step++)
        {
            float[] gradient = Gradient();
            first.Update(parameters, gradient);
            second.Update(restored, gradient);
        }

        Assert.Equal(parameters, restored);

        float[] Gradient() => [.. Runs.Gradients(random, tensors).SelectMany(g => g).Select(x => (float)x)];
    }

    [Fact]
    public void Muon_refuses_all_but_matrices()
    {
        var optimizer = new MuonDefault();
        string vector = Assert.Throws<ArgumentException>(() => optimizer.Parameters.Add("bias", new float[4], new float[4])).Message;
        Assert.Contains("'bias' is a vector of 4", vector);
        string stack = Assert.Throws<ArgumentException>(() => optimizer.Parameters.Add<float>("kernel", null, 2, 3, 3)).Message;
        Assert.Contains("'kernel' is 2 × 3 × 3", stack);
        Assert.Throws<ArgumentException>(() => optimizer.Update(new double[4], new double[4]));
        Assert.Empty(optimizer.Parameters);
        Assert.Equal(0, optimizer.Step);
    }

    private static List<Runs.Tensor> Tensors(string name) => [.. (name.StartsWith("Muon") ? s_matrices : s_any).Select(s => new Runs.Tensor(s))];

    /// <summary>Two definitions, one for each tensor; the second has a quarter of the rate.</summary>
    private sealed class Split(ReferenceOptimizer first, ReferenceOptimizer second) : ReferenceOptimizer([[7, 9], [7, 9]])
    {
        public ReferenceOptimizer Second => second;

        protected override void Update(double[][] parameters, double[][] gradients, double rate)
        {
            first.Step([parameters[0]], [gradients[0]], rate);
            second.Step([parameters[1]], [gradients[1]], rate * 0.25);
        }
    }
}
