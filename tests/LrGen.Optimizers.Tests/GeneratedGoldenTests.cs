namespace LrGen.Optimizers.Tests;

/// <summary>Generated optimizers give the numbers of the systems whose rules they are.</summary>
public sealed class GeneratedGoldenTests
{
    public static TheoryData<string> Ids => [.. GoldenRules.All.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Updates_as_the_system_did(string id)
    {
        var series = GoldenSeries.All[id];
        Assert.Equal(series.Params, GoldenRules.All[id].Params);
        AssertSteps(series, GoldenRules.All[id].New(), [2]);
        // One element in a vector register or beside it, it is the same.
        AssertSteps(series, GoldenRules.All[id].New(), [1, 1]);
    }

    /// <summary>A series of a rule that is generated must not be left out.</summary>
    [Fact]
    public void Every_series_of_these_rules_is_here()
    {
        string[] rules = ["Sgd", "Adam", "AdamW", "NAdam", "RAdam", "Adamax", "Adagrad", "Adadelta", "RmsProp", "Lion"];
        Assert.Equal(
            GoldenSeries.All.Values.Where(s => rules.Contains(s.Name, StringComparer.OrdinalIgnoreCase)).Select(s => s.Id).Order(),
            GoldenRules.All.Keys.Order());
    }

    private static void AssertSteps(GoldenSeries series, IOptimizer optimizer, int[] lengths)
    {
        double[] parameters = GoldenSeries.Start;
        double[] gradients = new double[2];
        for (int i = 0, start = 0; i < lengths.Length; start += lengths[i++])
            optimizer.Parameters.Add("t" + i, parameters.AsMemory(start, lengths[i]), gradients.AsMemory(start, lengths[i]));
        for (int step = 0; step < series.Steps.Length; step++)
        {
            GoldenSeries.Gradients[step].CopyTo(gradients, 0);
            Assert.True(optimizer.Update());
            Optimize.Close(series.Steps[step], parameters);
        }
    }
}
